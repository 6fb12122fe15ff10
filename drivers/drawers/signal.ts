/** What a drawer can be told. Ends in exactly one `DrawerKicked` or `DrawerKickFailed`. */
export interface DrawerCommand {
  readonly type: "openDrawer";
  readonly kickId: string;
}

/** What a drawer with a line of its own can say. Names from UnifiedPOS 1.16, CashDrawer. */
export type DrawerSignal =
  /** The command was handed to the drawer. */
  | { readonly type: "DrawerKicked"; readonly kickId: string }
  | { readonly type: "DrawerKickFailed"; readonly kickId: string }
  /** Its switch, at each change; a drawer without one never says it. */
  | { readonly type: "DrawerSensed"; readonly open: boolean };
