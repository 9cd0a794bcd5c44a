import {readdir, stat} from "node:fs/promises";
import {basename, join} from "node:path";
import {InputError} from "../../../lib/errors.ts";
import {readClassFolders} from "./class-folders.ts";
import type {OnMissing} from "./find-path.ts";
import {findPath} from "./find-path.ts";
import type {LabelledTexts} from "./labelled-texts.ts";
import {toNewsgroupBody} from "./newsgroup-body.ts";
import type {Column} from "./read-records.ts";
import {needValue, readRecords} from "./read-records.ts";

interface LabelledSet {
  readonly name: string;
  /** Where it may lie: a folder with one of each class, or a file of records. */
  readonly paths: readonly string[];
  /** The order of columns in a file without a header. */
  readonly columns: readonly Column[];
  /** The texts it is measured by, out of those that are there. */
  readonly choose?: <T>(rows: readonly T[]) => readonly T[];
  readonly prepare?: (text: string) => string;
}

const NEWSGROUP_TEXTS = 2000;
const AG_TEXTS = 3000;

const CLASS: Column = ["class", "category", "label", "target", "class index"];
const TEXT: Column = ["text", "content"];
const PARTS: readonly Column[] = [["title"], ["description"], TEXT];

const SETS: readonly LabelledSet[] = [
  {
    name: "BBC",
    paths: ["bbc-text.csv", "bbc/bbc-text.csv", "bbc.csv", "bbc.jsonl", "bbc"],
    columns: [CLASS, TEXT, ["title"]]
  },
  {
    name: "20 newsgroups",
    paths: [
      "20news-bydate-test",
      "20news-bydate/20news-bydate-test",
      "20newsgroups/20news-bydate-test",
      "20newsgroups.csv",
      "20newsgroups.jsonl",
      "20news-18828",
      "20_newsgroups",
      "20newsgroups"
    ],
    columns: [CLASS, TEXT],
    choose: (rows) => takeEvenly(rows, NEWSGROUP_TEXTS),
    prepare: toNewsgroupBody
  },
  {
    name: "AG News",
    paths: ["ag_news_csv/test.csv", "ag_news/test.csv", "ag_news.csv", "ag_news.jsonl"],
    columns: [CLASS, ...PARTS],
    choose: (rows) => rows.slice(0, AG_TEXTS)
  }
];

/**
 * BBC (D. Greene, P. Cunningham 2006), 20 newsgroups (K. Lang 1995, of its test part 2,000 evenly spaced posts, stripped), the
 * first 3,000 of AG News (X. Zhang et al. 2015), and whatever lies in `topics/*.jsonl`.
 */
export async function* readLabelledSets(
  folder: string,
  onMissing?: OnMissing
): AsyncGenerator<LabelledTexts> {
  const known = new Set<string>();
  for (const set of SETS) {
    const path = await findPath(folder, set.paths);
    if (path === undefined) onMissing?.(`${set.name} (${set.paths[0]})`);
    else {
      known.add(path);
      yield await readSet(set, path);
    }
  }
  const topics = await findPath(folder, ["topics"]);
  for (const file of topics === undefined ? [] : (await readdir(topics)).sort()) {
    const path = join(topics!, file);
    if (!file.endsWith(".jsonl") || known.has(path)) continue;
    yield await readSet({name: basename(file, ".jsonl"), paths: [], columns: [CLASS, TEXT]}, path);
  }
}

/** A text that is blank, or becomes so, is left out before texts are chosen. */
async function readSet(
  {name, columns, choose = (rows) => rows, prepare = (text) => text}: LabelledSet,
  path: string
): Promise<LabelledTexts> {
  const isFolder = (await stat(path)).isDirectory();
  const {texts, classes} = await (isFolder ? readClassFolders(path) : readFile(path, columns));
  const rows = texts
    .map((text, i) => ({text: prepare(text), label: classes[i]!}))
    .filter(({text}) => text.trim() !== "");
  const chosen = choose(rows);
  return {name, texts: chosen.map(({text}) => text), classes: chosen.map(({label}) => label)};
}

async function readFile(
  path: string,
  columns: readonly Column[]
): Promise<Pick<LabelledTexts, "texts" | "classes">> {
  const records = await readRecords(path, columns);
  const classes = records.map((record, i) => needValue(record, CLASS[0], path, i + 1));
  const texts = records.map((record, i) => {
    const parts = PARTS.flatMap(([name]) => record[name] ?? []);
    if (parts.length > 0) return parts.join(" ");
    throw new InputError(`column missing: text, in record ${i + 1} of ${path}`);
  });
  return {texts, classes};
}

/** `count` of the rows, spaced evenly, so that each class keeps its share where they lie in order of class. */
function takeEvenly<T>(rows: readonly T[], count: number): readonly T[] {
  if (rows.length <= count) return rows;
  return Array.from({length: count}, (_, i) => rows[Math.floor((i * rows.length) / count)]!);
}
