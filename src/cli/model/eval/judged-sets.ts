import {readdir} from "node:fs/promises";
import {join} from "node:path";
import {readBeir} from "./beir.ts";
import {readCranfield} from "./cranfield.ts";
import type {OnMissing} from "./find-path.ts";
import {findPath} from "./find-path.ts";
import type {JudgedTexts} from "./judged-texts.ts";

const CRANFIELD = ["cranfield/cran.qry", "cran/cran.qry", "cran.qry", "cranfield/corpus.jsonl"];

/** Cranfield, in either form, and the collections of BEIR's form in `search/`. */
export async function* readJudgedSets(
  folder: string,
  onMissing?: OnMissing
): AsyncGenerator<JudgedTexts> {
  const cranfield = await findPath(folder, CRANFIELD);
  if (cranfield === undefined) onMissing?.("Cranfield (cranfield/cran.qry)");
  else yield await readCranfield(join(cranfield, ".."));
  const search = await findPath(folder, ["search"]);
  for (const name of search === undefined ? [] : (await readdir(search)).sort()) {
    const corpus = await findPath(join(search!, name), ["corpus.jsonl"]);
    if (name !== "cranfield" && corpus !== undefined) yield await readBeir(join(corpus, ".."));
  }
}
