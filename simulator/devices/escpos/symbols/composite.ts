import { checkDigit } from "#simulator/paper/barcode.ts";
import { bwippStack } from "#simulator/paper/bwipp.ts";
import { elementText, gtinText } from "#simulator/paper/gs1.ts";
import { upcE } from "#simulator/paper/more-barcodes.ts";
import type { FontName } from "#simulator/paper/paper.ts";
import { type StackedSettings, stackedSets, widest } from "./stacked.ts";
import { latin, type Symbology } from "./symbology.ts";

interface Kind {
  readonly bcid: string;
  readonly textOf: (data: string) => string | null;
  /** What people read below the bars; none where the linear part is of several rows. */
  readonly labelOf?: (text: string) => string;
}

const asIs = (text: string) => text;
/** With its check digit, sent or not. */
const whole =
  (length: number) =>
  (text: string): string =>
    text.length < length ? text + checkDigit(text) : text;

/** UPC-E from its six digits: zeros where they were left out, and the check digit of it all. */
function upcELabel(text: string): string {
  const [digits, last] = [text.slice(1, 6), text.slice(6, 7)];
  const isIn = (...all: readonly string[]) => all.includes(last);
  const long = isIn("0", "1", "2")
    ? `${digits.slice(0, 2)}${last}0000${digits.slice(2)}`
    : isIn("3", "4")
      ? `${digits.slice(0, Number(last))}00000${digits.slice(Number(last))}`
      : `${digits}0000${last}`;
  return upcE(`0${long}`)?.text ?? text;
}

const digits =
  (...lengths: readonly number[]) =>
  (data: string) =>
    /^\d+$/.test(data) && lengths.includes(data.length) ? data : null;

/** The linear part, by the second byte before its data. */
const linear: Readonly<Record<number, Kind>> = {
  65: { bcid: "ean8composite", textOf: digits(7, 8), labelOf: whole(8) },
  66: { bcid: "ean13composite", textOf: digits(12, 13), labelOf: whole(13) },
  67: { bcid: "upcacomposite", textOf: digits(11, 12), labelOf: whole(12) },
  68: {
    bcid: "upcecomposite",
    textOf: (data) => digits(6)(data) && `0${data}`,
    labelOf: upcELabel,
  },
  69: { bcid: "upcecomposite", textOf: (data) => upcE(data)?.text ?? null, labelOf: asIs },
  70: { bcid: "databaromnicomposite", textOf: gtinText, labelOf: asIs },
  71: { bcid: "databartruncatedcomposite", textOf: gtinText, labelOf: asIs },
  72: { bcid: "databarstackedcomposite", textOf: gtinText },
  73: { bcid: "databarstackedomnicomposite", textOf: gtinText },
  74: { bcid: "databarlimitedcomposite", textOf: gtinText, labelOf: asIs },
  75: { bcid: "databarexpandedcomposite", textOf: elementText, labelOf: asIs },
  76: { bcid: "databarexpandedstackedcomposite", textOf: elementText },
  77: { bcid: "gs1-128composite", textOf: elementText, labelOf: asIs },
};

/** One of the two parts, as function 480 stored it: `b d…`. */
interface Settings extends StackedSettings {
  readonly linear: Uint8Array;
  readonly stacked: Uint8Array;
  /** Of the text below; none when it is undefined. */
  readonly font: FontName | undefined;
}

/** Function 472; a model with font C takes 3, which this one does not. */
const fonts: Readonly<Record<number, FontName | undefined>> = {
  ...{ 0: undefined, 1: "A", 2: "B", 48: undefined, 49: "A", 50: "B" },
};

/** The stacked part 66: the large form, which only GS1-128 carries. 65 is as small as it can be. */
const LARGE = 66;

/**
 * A linear part and a stacked one on top of it; both have to be stored. Below stands what the
 * linear part says, if function 472 wants it. How far below is a guess.
 *
 * Sources: Epson ESC/POS application programming guide, GS ( k functions 467 to 482; Star ESC/POS
 * command specifications, function 472, for where there is no text.
 */
export const composite: Symbology<Settings> = {
  name: "composite",
  identifier: 0x50,
  initial: {
    ...{ moduleDots: 2, maxWidth: 0, linear: new Uint8Array(), stacked: new Uint8Array() },
    font: undefined,
  },
  sets: {
    ...stackedSets,
    72: ([n = 0]) => (n in fonts ? { font: fonts[n] } : null),
    80: (values) => {
      const part = values.slice(2);
      if (values[1] === 48) return { linear: part };
      return values[1] === 49 ? { stacked: part } : null;
    },
  },
  draw({ linear: below, stacked: above, font, ...settings }, areaWidth) {
    const kind = linear[below[0] ?? 0];
    const [text, rest] = [
      kind?.textOf(latin(below.subarray(1))) ?? null,
      elementText(latin(above.subarray(1))),
    ];
    if (kind === undefined || text === null || rest === null || rest === "") return null;
    const ccversion = above[0] === LARGE ? { ccversion: "c" } : {};
    const matrix = widest(settings, areaWidth, (segments) =>
      bwippStack(kind.bcid, `${text}|${rest}`, { ...segments, ...ccversion, dontlint: true }),
    );
    const { moduleDots } = settings;
    const says = `composite ${text} ${rest}`;
    const label =
      font === undefined || kind.labelOf === undefined
        ? {}
        : { label: { text: kind.labelOf(text), font } };
    return matrix && { matrix, moduleX: moduleDots, moduleY: moduleDots, says, ...label };
  },
};
