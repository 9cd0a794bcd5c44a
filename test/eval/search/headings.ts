import {existsSync} from "node:fs";
import {readFile, readdir} from "node:fs/promises";
import {join} from "node:path";
import type {JudgedTexts} from "../../../src/cli/model/eval/judged-texts.ts";

const MIN_CHARACTERS = 80;
const MIN_WORDS = 2;

/** Sections of Markdown files as texts without their headings, and each heading as the query for its section. */
export async function readHeadings(folder: string): Promise<JudgedTexts> {
  const documents: JudgedTexts["documents"][number][] = [];
  const answers = new Map<string, Map<string, number>>();
  const files = existsSync(folder) ? await readdir(folder, {recursive: true}) : [];
  for (const file of files.toSorted()) {
    if (!file.endsWith(".md")) continue;
    const sections = (await readFile(join(folder, file), "utf8")).split(/^#{1,6} +(.*)$/m);
    for (let i = 1; i + 1 < sections.length; i += 2) {
      const heading = sections[i]!.trim();
      const text = sections[i + 1]!.trim();
      if (text.length < MIN_CHARACTERS) continue;
      const id = `${file}#${i}`;
      documents.push({id, title: "", text});
      if (heading.split(/\s+/).length < MIN_WORDS) continue;
      const own = answers.get(heading) ?? new Map<string, number>();
      answers.set(heading, own.set(id, 1));
    }
  }
  const queries = Array.from(answers, ([text, grades]) => ({text, grades}));
  return {name: "vault headings", documents, queries};
}
