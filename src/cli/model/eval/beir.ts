import {readdir} from "node:fs/promises";
import {basename, join} from "node:path";
import {InputError} from "../../../lib/errors.ts";
import type {JudgedTexts} from "./judged-texts.ts";
import type {Column} from "./read-records.ts";
import {needValue, readRecords} from "./read-records.ts";

const TEXT: readonly Column[] = [["_id"], ["title"], ["text"]];
const JUDGEMENT: readonly Column[] = [["query-id"], ["corpus-id"], ["score"]];
const TEST = "test.tsv";

/**
 * A collection as BEIR has it (N. Thakur et al., "BEIR: A Heterogenous Benchmark for Zero-shot Evaluation of Information
 * Retrieval Models", 2021): `corpus.jsonl`, `queries.jsonl`, and `qrels/test.tsv`, or else all of `qrels/`, or `qrels.jsonl`.
 */
export async function readBeir(folder: string): Promise<JudgedTexts> {
  const [documents, queries] = await Promise.all([
    readTexts(join(folder, "corpus.jsonl")),
    readTexts(join(folder, "queries.jsonl"))
  ]);
  const judged = await readGrades(folder);
  return {
    name: basename(folder),
    documents,
    queries: queries.flatMap(({id, text}) => {
      const grades = judged.get(id);
      return grades ? [{text, grades}] : [];
    })
  };
}

async function readTexts(path: string): Promise<JudgedTexts["documents"]> {
  const records = await readRecords(path, TEXT);
  return records.map((record, i) => ({
    id: needValue(record, "_id", path, i + 1),
    title: record["title"] ?? "",
    text: needValue(record, "text", path, i + 1)
  }));
}

/** Grades above 0, by query and text. */
async function readGrades(folder: string): Promise<Map<string, Map<string, number>>> {
  const judged = new Map<string, Map<string, number>>();
  for (const path of await listJudgements(folder))
    for (const [i, record] of (await readRecords(path, JUDGEMENT)).entries()) {
      const need = (name: string): string => needValue(record, name, path, i + 1);
      const [query, text, score] = [need("query-id"), need("corpus-id"), Number(need("score"))];
      if (!(score > 0)) continue;
      const grades = judged.get(query) ?? new Map<string, number>();
      judged.set(query, grades.set(text, score));
    }
  return judged;
}

async function listJudgements(folder: string): Promise<string[]> {
  const entries = await readdir(folder);
  if (entries.includes("qrels.jsonl")) return [join(folder, "qrels.jsonl")];
  if (!entries.includes("qrels"))
    throw new InputError(`judgements missing: ${folder} has neither qrels/ nor qrels.jsonl`);
  const names = (await readdir(join(folder, "qrels"))).filter((name) => name.endsWith(".tsv"));
  const chosen = names.includes(TEST) ? [TEST] : names.sort();
  return chosen.map((name) => join(folder, "qrels", name));
}
