import { bwippStack } from "#simulator/paper/bwipp.ts";
import { elementText, gtinText } from "#simulator/paper/gs1.ts";
import { upcE } from "#simulator/paper/more-barcodes.ts";
import { type StackedSettings, stackedSets, widest } from "./stacked.ts";
import { latin, type Symbology } from "./symbology.ts";

interface Kind {
  readonly bcid: string;
  readonly textOf: (data: string) => string | null;
}

const digits =
  (...lengths: readonly number[]) =>
  (data: string) =>
    /^\d+$/.test(data) && lengths.includes(data.length) ? data : null;

/** The linear part, by the second byte before its data. */
const linear: Readonly<Record<number, Kind>> = {
  65: { bcid: "ean8composite", textOf: digits(7, 8) },
  66: { bcid: "ean13composite", textOf: digits(12, 13) },
  67: { bcid: "upcacomposite", textOf: digits(11, 12) },
  68: { bcid: "upcecomposite", textOf: (data) => digits(6)(data) && `0${data}` },
  69: { bcid: "upcecomposite", textOf: (data) => upcE(data)?.text ?? null },
  70: { bcid: "databaromnicomposite", textOf: gtinText },
  71: { bcid: "databartruncatedcomposite", textOf: gtinText },
  72: { bcid: "databarstackedcomposite", textOf: gtinText },
  73: { bcid: "databarstackedomnicomposite", textOf: gtinText },
  74: { bcid: "databarlimitedcomposite", textOf: gtinText },
  75: { bcid: "databarexpandedcomposite", textOf: elementText },
  76: { bcid: "databarexpandedstackedcomposite", textOf: elementText },
  77: { bcid: "gs1-128composite", textOf: elementText },
};

/** One of the two parts, as function 480 stored it: `b d…`. */
interface Settings extends StackedSettings {
  readonly linear: Uint8Array;
  readonly stacked: Uint8Array;
}

/** The stacked part 66: the large form, which only GS1-128 carries. 65 is as small as it can be. */
const LARGE = 66;

/**
 * A linear part and a stacked one on top of it; both have to be stored. The text beside the linear
 * part, function 472, is taken and not printed. The identifier of its size is a guess.
 *
 * Source: Epson ESC/POS command reference, GS ( k functions 467 to 482.
 */
export const composite: Symbology<Settings> = {
  name: "composite",
  identifier: 0x50,
  initial: { moduleDots: 2, maxWidth: 0, linear: new Uint8Array(), stacked: new Uint8Array() },
  sets: {
    ...stackedSets,
    72: () => null,
    80: (values) => {
      const part = values.slice(2);
      if (values[1] === 48) return { linear: part };
      return values[1] === 49 ? { stacked: part } : null;
    },
  },
  draw({ linear: below, stacked: above, ...settings }, areaWidth) {
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
    return matrix && { matrix, moduleX: moduleDots, moduleY: moduleDots, says };
  },
};
