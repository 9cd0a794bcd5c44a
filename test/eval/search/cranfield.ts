import {readFile} from "node:fs/promises";
import {join} from "node:path";
import type {JudgedTexts} from "./judged-texts.ts";

export const CRANFIELD_FILES = ["cran.all.1400", "cran.qry", "cranqrel"] as const;
/**
 * The Cranfield collection (C. Cleverdon, "The Cranfield Tests on Index Language Devices", 1967): records of `.I`, `.T`,
 * `.W`. Queries are numbered by their order. Those who handed the grades on do not agree on which end of 1 to 4 is the best,
 * so that all of them count the same; -1 is no answer.
 */
export async function readCranfield(folder: string): Promise<JudgedTexts> {
  const [texts, queries, judged] = await Promise.all(
    CRANFIELD_FILES.map((name) => readFile(join(folder, name), "utf8"))
  );
  const grades = new Map<number, Map<string, number>>();
  for (const line of judged!.trim().split("\n")) {
    const [query, id, grade] = line.trim().split(/\s+/);
    const own = grades.get(Number(query)) ?? new Map<string, number>();
    if (Number(grade) > 0) own.set(id!, 1);
    grades.set(Number(query), own);
  }
  return {
    name: "cranfield",
    documents: toRecords(texts!).map(({id, T: title = "", W: text = ""}) => ({
      id,
      title,
      text
    })),
    queries: toRecords(queries!).flatMap(({W: text = ""}, i) => {
      const own = grades.get(i + 1);
      return own ? [{text, grades: own}] : [];
    })
  };
}

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
