import { readFileSync } from "node:fs";

/** The fenced blocks of a document in one language, as they stand there. */
export function examplesIn(path: string, language: string): readonly string[] {
  const page = readFileSync(new URL(`../../${path}`, import.meta.url), "utf8");
  const blocks = page.matchAll(new RegExp(`\`\`\`${language}\\n([^]*?)\`\`\``, "g"));
  return [...blocks].map(([, text = ""]) => text);
}

/** The first of them that holds these words. */
export function exampleWith(path: string, language: string, words: string): string {
  const found = examplesIn(path, language).find((text) => text.includes(words));
  if (found === undefined) throw new Error(`${path} has no ${language} with ${words}`);
  return found;
}
