import { bwippStack } from "#simulator/paper/bwipp.ts";
import { elementText, gtinText } from "#simulator/paper/gs1.ts";
import { type StackedSettings, stackedSets, widest } from "./stacked.ts";
import { latin, nothing, type Stored, type Symbology, storeData } from "./symbology.ts";

interface Kind {
  readonly bcid: string;
  readonly textOf: (data: string) => string | null;
}

/** By the byte before the data. */
const kinds: Readonly<Record<number, Kind>> = {
  72: { bcid: "databarstacked", textOf: gtinText },
  73: { bcid: "databarstackedomni", textOf: gtinText },
  76: { bcid: "databarexpandedstacked", textOf: elementText },
};

/** Source: Epson ESC/POS command reference, GS ( k functions 367 to 382. */
export const stackedDataBar: Symbology<StackedSettings & Stored> = {
  name: "databar",
  identifier: 0x4f,
  initial: { ...nothing, moduleDots: 2, maxWidth: 0 },
  sets: { ...storeData, ...stackedSets },
  draw({ data, ...settings }, areaWidth) {
    const kind = kinds[data[0] ?? 0];
    const text = kind?.textOf(latin(data.subarray(1))) ?? null;
    if (kind === undefined || text === null) return null;
    const matrix = widest(settings, areaWidth, (segments) =>
      bwippStack(kind.bcid, text, { ...segments, dontlint: true }),
    );
    const { moduleDots } = settings;
    return (
      matrix && { matrix, moduleX: moduleDots, moduleY: moduleDots, says: `${kind.bcid} ${text}` }
    );
  },
};
