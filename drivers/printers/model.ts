/**
 * What a driver must know of a printer that speaks ESC/POS. Data: a new product is a new value.
 */
export interface EscposModel {
  readonly maker: string;
  readonly product: string;
  /** Columns of font A (12 dots wide); a hanzi takes two. Even, so that double size fits. */
  readonly columns: number;
  /** Printable width in dots. */
  readonly paperDots: number;
  /** `none`: there is no cutter, so paper is fed to the tear bar. */
  readonly cut: "partial" | "full" | "none";
  /** Motion units fed past the blade before the cut; lines to the tear bar without a cutter. */
  readonly feedToCut: number;
  /**
   * How the printer says that it has printed: `process-id` answers `GS ( H` when the data before
   * it is on paper; `fence` answers `GS r 1` when its queue reaches it, up to a line early; `none`
   * cannot say.
   */
  readonly confirms: "process-id" | "fence" | "none";
  /** Bytes sent before an answer is awaited; less than the smallest receive buffer it ships with. */
  readonly bandBytes: number;
  /** Level of the drawer's switch while open; wiring differs, the configuration may override. */
  readonly drawerOpenWhenPin3: "high" | "low";
}
