import { parseSync } from "vite";

const keywords =
  "const let var import export return if else for while switch try await throw function class";
const statement = new RegExp(`^(?:${keywords.replaceAll(" ", "|")})\\b`);
const call = /^[\w$.#]+(?:\(.*\)|\s*[-+*/]?=\s.*);$/;

/** Does a line comment hold code that was switched off? Prose that merely ends in `;` does not. */
export function isCommentedOut(comment: string): boolean {
  const text = comment.trim();
  if (/^\}(?:[;,)]*| else \{| else if .*\{)$/.test(text)) return true;
  if (!statement.test(text) && !call.test(text)) return false;
  if (text.endsWith("{")) return parses(`${text}}`) || parses(`if (0) {${text}}`);
  return text.endsWith(";") && parses(text);
}

function parses(text: string): boolean {
  const inFunction = `async function* f() { ${text} }`;
  return [text, inFunction].some((each) => parseSync("comment.ts", each).errors.length === 0);
}
