import { describe, expect, test } from "vitest";
import { type Intent, intent as intentSchema } from "#state/intent.ts";
import type { LineView, SaleView } from "../view.ts";
import { keyToAction, type Local, nothingTyped, selectedLine, shownPhase } from "./keys.ts";

const line = (lineNo: number, unit: LineView["unit"] = "EA"): LineView => ({
  lineNo,
  name: { zh: "牛奶", en: "Milk" },
  code: "6901234567892",
  quantity: 1000,
  unit,
  unitPrice: 500,
  amount: 500,
});

const sale = (phase: SaleView["phase"], lines: readonly LineView[] = [line(1), line(2)]) => ({
  phase,
  lines,
  pieces: lines.length,
  total: 1230,
  taxes: [],
  quickCash: [],
  receiptNumber: phase === "completed" ? "T01-000042" : null,
  tendered: 0,
  change: 0,
  canReprint: true,
});

interface Hands {
  readonly local: Local;
  readonly intents: readonly Intent[];
}

/** Types keys one after the other, while the terminal stands still. */
function type(view: SaleView, keys: readonly string[], options: { hasNotice?: boolean } = {}) {
  return keys.reduce<Hands>(
    ({ local, intents }, key) => {
      const state = { local, sale: view, hasNotice: options.hasNotice ?? false };
      const action = keyToAction(state, key);
      if (action === null) return { local, intents };
      if (action.intent === null) return { local: action.local, intents };
      return { local: action.local, intents: [...intents, intentSchema.parse(action.intent)] };
    },
    { local: nothingTyped, intents: [] },
  );
}

const empty = sale("idle", []);
const items = sale("items");

describe("keys of the selling screen", () => {
  test.each<[string, SaleView, string[], Intent[]]>([
    ["digits and Enter send a code", empty, ["6", "9", "Enter"], [{ type: "keyCode", code: "69" }]],
    ["Backspace mends a code", empty, ["6", "8", "Backspace", "Enter"], [code("6")]],
    ["Esc clears a code", empty, ["6", "Escape", "Enter"], []],
    ["Enter alone does nothing on an empty basket", empty, ["Enter"], []],
    ["F2 pays", items, ["F2"], [{ type: "beginTendering" }]],
    ["+ pays", items, ["+"], [{ type: "beginTendering" }]],
    ["nothing is paid on an empty basket", empty, ["F2", "+"], []],
    ["* 3 sets the newest line", items, ["*", "3", "Enter"], [quantity(2, 3000)]],
    ["3 * sets it too", items, ["3", "*", "Enter"], [quantity(2, 3000)]],
    ["arrows pick the line", items, ["ArrowUp", "*", "4", "Enter"], [quantity(1, 4000)]],
    [
      "arrows stop at the ends",
      items,
      ["ArrowDown", "Delete"],
      [{ type: "removeLine", lineNo: 2 }],
    ],
    ["Delete removes the newest line", items, ["Delete"], [{ type: "removeLine", lineNo: 2 }]],
    ["a quantity of zero is not sent", items, ["*", "0", "Enter"], []],
    ["half a piece is not sent", items, ["*", ".", "5", "Enter"], []],
    ["Esc leaves the quantity", items, ["*", "3", "Escape", "Enter"], []],
    ["cancelling takes the key twice", items, ["F4", "F4"], [{ type: "cancelSale" }]],
    ["Enter never cancels a sale", items, ["F4", "Enter"], []],
    ["Esc keeps the sale", items, ["F4", "Escape", "Enter"], []],
    ["F8 prints the last receipt again", empty, ["F8"], [{ type: "reprintReceipt" }]],
    ["F8 asks nothing before the first receipt", { ...empty, canReprint: false }, ["F8"], []],
  ])("%s", (_, view, keys, expected) => {
    expect(type(view, keys).intents).toEqual(expected);
  });

  test("a weighed line takes kilograms", () => {
    const weighed = sale("items", [line(1, "KGM")]);

    const { intents } = type(weighed, ["*", "1", ".", "2", "Enter"]);

    expect(intents).toEqual([quantity(1, 1200)]);
  });

  test("a code that needs a weight is keyed again with its kilograms", () => {
    const local: Local = { ...nothingTyped, typed: "0.35", dialog: { kind: "weight", code: "22" } };

    const action = keyToAction({ local, sale: empty, hasNotice: true }, "Enter");

    expect(action?.intent).toEqual({ type: "keyCode", code: "22", quantity: 350 });
    expect(action?.local.dialog).toBeNull();
  });

  test("letters belong to codes; keys with modifiers or unknown names stay the browser's", () => {
    expect(type(empty, ["A", "b", "7", "Enter"]).intents).toEqual([code("Ab7")]);
    expect(keyToAction({ local: nothingTyped, sale: empty, hasNotice: false }, "Tab")).toBeNull();
  });

  test("a code never grows past what the terminal takes", () => {
    expect(
      type(
        empty,
        Array.from({ length: 80 }, () => "7"),
      ).local.typed,
    ).toHaveLength(64);
  });

  test("Esc dismisses a notice before it goes back to the items", () => {
    const tendering = sale("tendering");

    expect(type(tendering, ["Escape"], { hasNotice: true }).intents).toEqual([{ type: "dismiss" }]);
    expect(type(tendering, ["Escape"]).intents).toEqual([{ type: "resumeItems" }]);
  });

  test("the picked line is forgotten when it is gone", () => {
    const local = { ...nothingTyped, selected: 9 };

    expect(selectedLine({ local, sale: items })?.lineNo).toBe(2);
  });
});

describe("keys while tendering", () => {
  const tendering = sale("tendering");

  test.each<[string, string[], Intent[]]>([
    ["Enter alone is the exact amount", ["Enter"], [cash(1230)]],
    ["typed yuan are sent in fen", ["2", "0", "Enter"], [cash(2000)]],
    ["so are typed jiao and fen", ["1", "2", ".", "5", "Enter"], [cash(1250)]],
    ["three decimals are not money", ["1", ".", "2", "3", "4", "Enter"], []],
    ["letters are not money", ["a", "Enter"], [cash(1230)]],
  ])("%s", (_, keys, expected) => {
    expect(type(tendering, keys).intents).toEqual(expected);
  });
});

describe("keys after the sale", () => {
  const completed = sale("completed");

  test("Enter puts the finished sale aside and asks nothing", () => {
    const { local, intents } = type(completed, ["Enter"]);

    expect(intents).toEqual([]);
    expect(shownPhase({ local, sale: completed })).toBe("idle");
    expect(shownPhase({ local, sale: { ...completed, receiptNumber: "T01-000043" } })).toBe(
      "completed",
    );
  });

  test("a code starts the next sale at once", () => {
    expect(type(completed, ["7", "Enter"]).intents).toEqual([code("7")]);
  });

  test("a finished sale cannot be changed", () => {
    expect(type(completed, ["Delete", "*", "F2", "F4"]).intents).toEqual([]);
  });
});

function code(text: string): Intent {
  return { type: "keyCode", code: text };
}
function quantity(lineNo: number, thousandths: number): Intent {
  return { type: "setQuantity", lineNo, quantity: thousandths };
}
function cash(amount: number): Intent {
  return { type: "tenderCash", amount };
}
