/** The field of 256 elements that QR codes use: x^8 + x^4 + x^3 + x^2 + 1. */
const powers: number[] = [1];
for (let at = 1; at < 255; at += 1) {
  const twice = (powers[at - 1] ?? 0) << 1;
  powers.push(twice > 0xff ? twice ^ 0x11d : twice);
}
const logs = new Map(powers.map((power, at) => [power, at]));

function times(a: number, b: number): number {
  const [logA, logB] = [logs.get(a), logs.get(b)];
  return logA === undefined || logB === undefined ? 0 : (powers[(logA + logB) % 255] ?? 0);
}

/** The polynomial whose roots are the first `count` powers, its highest term left away. */
function generator(count: number): readonly number[] {
  let terms = [1];
  for (let at = 0; at < count; at += 1) {
    const root = powers[at % 255] ?? 0;
    terms = [...terms, 0].map((term, index) => term ^ times(terms[index - 1] ?? 0, root));
  }
  return terms.slice(1);
}

/** Codewords that make data correctable: the rest of a division. ISO/IEC 18004, 8.5.2. */
export function correction(data: readonly number[], count: number): readonly number[] {
  const divisor = generator(count);
  let rest: readonly number[] = Array.from({ length: count }, () => 0);
  for (const codeword of data) {
    const lead = codeword ^ (rest[0] ?? 0);
    rest = [...rest.slice(1), 0].map((each, at) => each ^ times(divisor[at] ?? 0, lead));
  }
  return rest;
}
