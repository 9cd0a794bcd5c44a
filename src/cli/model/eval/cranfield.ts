import {readFile, readdir} from "node:fs/promises";
import {join} from "node:path";
import {InputError} from "../../../lib/errors.ts";
import {readBeir} from "./beir.ts";
import type {JudgedTexts} from "./judged-texts.ts";

const NAME = "cranfield";

/**
 * The Cranfield collection (C. Cleverdon, "The Cranfield Tests on Index Language Devices", 1967), as `cran.all.1400`, `cran.qry`
 * and `cranqrel`, or in BEIR's form. Grades are 1 to 4, and those who handed them on do not agree on which end is the best:
 * all of them count as an answer. 5 ("of no interest") and -1 (nobody knows) are none.
 */
export async function readCranfield(folder: string): Promise<JudgedTexts> {
  const entries = await readdir(folder);
  if (entries.includes("corpus.jsonl")) {
    const {documents, queries} = await readBeir(folder);
    return {
      name: NAME,
      documents,
      queries: queries.flatMap(({text, grades}) => toQuery(text, grades))
    };
  }
  const read = async (...names: string[]): Promise<string> => {
    const name = names.find((one) => entries.includes(one));
    if (name !== undefined) return readFile(join(folder, name), "latin1");
    throw new InputError(`file missing: ${names.join(" or ")}, in ${folder}`);
  };
  const texts = toRecords(await read("cran.all.1400", "cran.all"));
  const judged = toJudgements(await read("cranqrel"));
  return {
    name: NAME,
    documents: texts.map(({id, T: title = "", W: text = ""}) => ({id, title, text})),
    // judgements count queries as they come: .I of cran.qry leaves numbers out
    queries: toRecords(await read("cran.qry")).flatMap(({W: text = ""}, i) =>
      toQuery(text, judged.get(i + 1))
    )
  };
}

/** The query, or nothing where no text answers it. */
function toQuery(
  text: string,
  grades: ReadonlyMap<string, number> = new Map()
): JudgedTexts["queries"] {
  const answers = [...grades].filter(([, grade]) => grade >= 1 && grade <= 4);
  if (answers.length === 0) return [];
  return [{text, grades: new Map(answers.map(([id]) => [id, 1]))}];
}

/** A query, a text and a grade a line; as TREC writes it there is one more number before the text. */
function toJudgements(text: string): Map<number, Map<string, number>> {
  const judged = new Map<number, Map<string, number>>();
  for (const line of text.trim().split("\n")) {
    const cells = line.trim().split(/\s+/);
    const [query, id, grade] = [Number(cells[0]), cells.at(-2)!, Number(cells.at(-1))];
    const grades = judged.get(query) ?? new Map<string, number>();
    judged.set(query, grades.set(id, grade));
  }
  return judged;
}

/** Records begin with `.I` and a number; fields with a dot and a letter on a line of their own. */
function toRecords(text: string): {id: string; T?: string; W?: string}[] {
  return text
    .split(/^\.I /m)
    .slice(1)
    .map((record) => {
      const [id = "", ...parts] = record.split(/^\.([A-Z])\s*$/m);
      const fields: Record<string, string> = {};
      for (let i = 0; i + 1 < parts.length; i += 2)
        fields[parts[i]!] = parts[i + 1]!.replace(/\s+/g, " ").trim();
      return {...fields, id: id.trim()};
    });
}
