import {existsSync} from "node:fs";
import {readFile, readdir} from "node:fs/promises";
import {join} from "node:path";
import type {JudgedTexts} from "./judged-texts.ts";

interface Line {
  readonly _id: string;
  readonly title?: string;
  readonly text: string;
}

/** Collections as BEIR has them: a folder each with `corpus.jsonl`, `queries.jsonl` and `qrels.jsonl` or `qrels/test.tsv`. */
export async function* readBeir(folder: string): AsyncGenerator<JudgedTexts> {
  if (!existsSync(folder)) return;
  for (const name of (await readdir(folder)).toSorted()) {
    const root = join(folder, name);
    if (!existsSync(join(root, "corpus.jsonl"))) continue;
    const [documents, queries, judged] = [
      await readLines<Line>(join(root, "corpus.jsonl")),
      await readLines<Line>(join(root, "queries.jsonl")),
      await readGrades(root)
    ];
    yield {
      name,
      documents: documents.map(({_id, title = "", text}) => ({id: _id, title, text})),
      queries: queries.flatMap(({_id, text}) => {
        const grades = judged.get(_id);
        return grades ? [{text, grades}] : [];
      })
    };
  }
}

async function readGrades(root: string): Promise<Map<string, Map<string, number>>> {
  const lines = join(root, "qrels.jsonl");
  const rows = existsSync(lines)
    ? (await readLines<Record<string, string | number>>(lines)).map((line) => [
        line["query-id"],
        line["corpus-id"],
        line["score"]
      ])
    : (await readFile(join(root, "qrels", "test.tsv"), "utf8"))
        .trim()
        .split("\n")
        .slice(1)
        .map((line) => line.split("\t"));
  const judged = new Map<string, Map<string, number>>();
  for (const [query, text, score] of rows) {
    if (!(Number(score) > 0)) continue;
    const grades = judged.get(String(query)) ?? new Map<string, number>();
    judged.set(String(query), grades.set(String(text), Number(score)));
  }
  return judged;
}

async function readLines<T>(file: string): Promise<T[]> {
  const text = await readFile(file, "utf8");
  return text
    .split("\n")
    .filter((line) => line.trim() !== "")
    .map((line) => JSON.parse(line) as T);
}
