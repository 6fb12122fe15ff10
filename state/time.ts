/** Civil time by arithmetic: a ledger must print the same receipt on every machine. */

export interface CivilTime {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
}

/**
 * Proleptic Gregorian date of an instant.
 *
 * @param at milliseconds since 1970-01-01 UTC
 * @param utcOffsetMinutes east of Greenwich: 480 for China
 */
export function civilTime(at: number, utcOffsetMinutes: number): CivilTime {
  const seconds = Math.floor(at / 1000) + utcOffsetMinutes * 60;
  const days = Math.floor(seconds / 86_400);
  const ofDay = seconds - days * 86_400;
  return {
    ...civilDate(days),
    hour: Math.floor(ofDay / 3600),
    minute: Math.floor(ofDay / 60) % 60,
    second: ofDay % 60,
  };
}

/** Days since 1970-01-01 to a date; years are counted from March so that leap days come last. */
function civilDate(days: number): { year: number; month: number; day: number } {
  const shifted = days + 719_468;
  const era = Math.floor(shifted / 146_097);
  const ofEra = shifted - era * 146_097;
  const year = Math.floor(
    (ofEra - Math.floor(ofEra / 1460) + Math.floor(ofEra / 36_524) - Math.floor(ofEra / 146_096)) /
      365,
  );
  const ofYear = ofEra - (365 * year + Math.floor(year / 4) - Math.floor(year / 100));
  const marchMonth = Math.floor((5 * ofYear + 2) / 153);
  const month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9;
  return {
    year: year + era * 400 + (month <= 2 ? 1 : 0),
    month,
    day: ofYear - Math.floor((153 * marchMonth + 2) / 5) + 1,
  };
}

const two = (value: number) => String(value).padStart(2, "0");

/** `2026-11-24` */
export function formatDay(time: CivilTime): string {
  return `${String(time.year).padStart(4, "0")}-${two(time.month)}-${two(time.day)}`;
}

/** `2026-11-24 13:05:09` */
export function formatTime(time: CivilTime): string {
  return `${formatDay(time)} ${two(time.hour)}:${two(time.minute)}:${two(time.second)}`;
}

/** A duration in whole seconds, rounded up: what to tell somebody who waits. */
export function wholeSeconds(ms: number): number {
  return Math.ceil(ms / 1000);
}
