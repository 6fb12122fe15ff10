import type { DisplayCommand, Figure } from "#drivers/displays/signal.ts";
import { DISPLAY_COLUMNS } from "#drivers/wire/displays.ts";
import { total } from "#state/basket.ts";
import { isIn } from "#state/chart.ts";
import { format } from "#state/money.ts";
import { formatQuantity } from "#state/quantity.ts";
import type { Completed, Line, Terminal } from "#state/terminal.ts";

/**
 * What the customer sees: the article just added and the total, then the amount due, then what was
 * received and the change. A function of the durable state, so that a customer never reads what a
 * pulled plug could take back.
 *
 * No document at hand says that a display holds hanzi, so the words are English and an article goes
 * by its English name; by its number where nothing of the name can be shown.
 */
export function customerPicture(t: Terminal): DisplayCommand {
  if (isIn(t.chart, "testTransaction")) return testPicture;
  if (isIn(t.chart, "signedOff")) return closedPicture;
  const { sale } = t;
  if (isIn(t.chart, "items")) {
    const line = sale?.lines.at(-1);
    return line === undefined ? welcome : added(line, format(total(sale)));
  }
  if (isIn(t.chart, "tendering")) return due(format(total(sale)));
  const completed = isIn(t.chart, "completed") ? (sale?.completed ?? null) : null;
  if (completed !== null) return paid(completed);
  return isIn(t.chart, "signedIn") ? welcome : dark;
}

const picture = (upper: string, lower: string, ...figures: Figure[]): DisplayCommand => {
  return { type: "show", upper, lower, figures };
};

const dark = picture("", "");
const welcome = picture(centered("WELCOME"), "");
/** Also the last thing shown by a terminal that is being stopped. */
export const closedPicture = picture(centered("COUNTER CLOSED"), "");

/** Every light and many segments: a technician sees what is broken. */
const testPicture = picture(
  row("TEST", "88888.88"),
  centered("CUSTOMER DISPLAY"),
  ...(["price", "total", "received", "change"] as const).map((meaning) => {
    return { meaning, amount: "88888.88" };
  }),
);

function added(line: Line, amountDue: string): DisplayCommand {
  const unitPrice = format(line.unitPrice);
  return picture(
    row(nameOf(line), format(line.amount)),
    row("TOTAL", amountDue),
    { meaning: "price", amount: unitPrice },
    { meaning: "total", amount: amountDue },
  );
}

function due(amount: string): DisplayCommand {
  return picture(centered("PLEASE PAY"), row("TOTAL", amount), { meaning: "total", amount });
}

function paid({ tendered, change }: Completed): DisplayCommand {
  const [received, back] = [format(tendered), format(change)];
  return picture(
    row("RECEIVED", received),
    row("CHANGE", back),
    { meaning: "received", amount: received },
    { meaning: "change", amount: back },
  );
}

/** How many first: the end of a long name is what gives way. */
function nameOf({ quantity, unit, nameEn, plu }: Line): string {
  const name = plain(nameEn) || plu;
  if (unit === "KGM") return `${formatQuantity(quantity)}kg ${name}`;
  return quantity === 1000 ? name : `${formatQuantity(quantity)}x ${name}`;
}

/** `Café Latte` as `Cafe Latte`: letters lose their accents, what is no letter here is left out. */
function plain(name: string): string {
  const ascii = name.normalize("NFKD").replaceAll("×", "x").replaceAll("’", "'");
  return ascii
    .replace(/[^\x20-\x7e]/g, "")
    .replace(/ +/g, " ")
    .trim();
}

/** A word to the left, an amount to the right; a name that is too long ends with a whole word. */
function row(name: string, amount: string): string {
  const room = DISPLAY_COLUMNS - amount.length - 1;
  return `${cut(name, room).padEnd(room)} ${amount}`;
}

function cut(name: string, room: number): string {
  if (name.length <= room) return name;
  const end = name.lastIndexOf(" ", room);
  if (end <= room / 2) return name.slice(0, room).trimEnd();
  // A number without its unit says nothing.
  return name.slice(0, end).replace(/ [\d.]+$/, "");
}

function centered(word: string): string {
  return " ".repeat(Math.floor((DISPLAY_COLUMNS - word.length) / 2)) + word;
}
