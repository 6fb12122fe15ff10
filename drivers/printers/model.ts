/** Single-byte pages by the name of their encoding, with the number that selects each. */
export type CodePages = Readonly<Partial<Record<CodePageName, number>>>;

/** Pages whose lower half is ASCII. */
export type CodePageName =
  | ("cp437" | "cp850" | "cp852" | "cp858" | "cp866")
  | ("cp1250" | "cp1251" | "cp1252" | "cp1253" | "cp1254")
  | ("iso88592" | "iso88597" | "iso885915");

/** The characters in a printer's memory. */
export interface Fonts {
  /** Hanzi of two bytes: GBK, which is the two-byte area of GB18030. */
  readonly hanzi: boolean;
  /** The first is preferred; another is selected for what the ones before it lack. */
  readonly codePages: CodePages;
}

export type LanguageName = "escpos" | "star-line";

/** What a driver must know of a receipt printer. Data: a new product is a new value. */
export interface PrinterModel {
  readonly maker: string;
  readonly product: string;
  readonly speaks: LanguageName;
  /** Columns of font A (12 dots wide); a hanzi takes two. Even, so that double size fits. */
  readonly columns: number;
  /** Printable width in dots. */
  readonly paperDots: number;
  readonly fonts: Fonts;
  /** `none`: there is no cutter, so paper is fed to the tear bar. */
  readonly cut: "partial" | "full" | "none";
  /** Motion units fed past the blade before the cut; lines to the tear bar without a cutter. */
  readonly feedToCut: number;
  /**
   * How the printer says that it has printed: `process-id` answers `GS ( H` when the data before
   * it is on paper; `fence` answers `GS r 1` when its queue reaches it, up to a line early; `count`
   * counts the ETB that it has come to; `none` cannot say.
   */
  readonly confirms: "process-id" | "fence" | "count" | "none";
  /** Bytes sent before an answer is awaited; less than the smallest receive buffer it ships with. */
  readonly bandBytes: number;
  /** Whether it draws QR codes itself; otherwise their data is printed in letters. */
  readonly hasQr: boolean;
  /** Whether it answers `GS I` in words; others might print the question. */
  readonly tellsIdentity: boolean;
  /**
   * False for a printer that hangs when it is asked: nothing is asked of it then, it counts as
   * ready, its receipts are unconfirmed and its drawer is unknown.
   */
  readonly mayBeAsked: boolean;
  /** Whether it is known to obey the real-time kick, while it prints too. */
  readonly kicksAtOnce: boolean;
  /** Level of the drawer's switch while open; wiring differs, the configuration may override. */
  readonly drawerOpenWhenPin3: "high" | "low";
}
