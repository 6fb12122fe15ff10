/**
 * The last digit of a GTIN: weights 3 and 1 from the right, up to the next ten.
 * Source: GS1 General Specifications, section 7.9.
 *
 * @param digits without the check digit
 */
export function checkDigit(digits: string): string {
  const sum = [...digits].reverse().reduce((total, digit, place) => {
    return total + Number(digit) * (place % 2 === 0 ? 3 : 1);
  }, 0);
  return `${(10 - (sum % 10)) % 10}`;
}
