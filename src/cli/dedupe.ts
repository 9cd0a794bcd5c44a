import {Readable} from "node:stream";
import {pipeline} from "node:stream/promises";
import {parseArgs} from "node:util";
import {link} from "../match/link/link.ts";
import {readFileTexts} from "../workspace/dedupe/read-file.ts";
import type {Command} from "./command.ts";
import {tellProgress} from "./dedupe/progress.ts";
import {toInput, toTable} from "./dedupe/input.ts";
import {toFindings} from "./dedupe/findings.ts";
import {toJsonPieces, toTextLines} from "./dedupe/write-findings.ts";
import {addVectors} from "./dedupe/vectors.ts";

/** `dedupe`: which records of a file, or of two, are one. */
export const dedupeCommand: Command = {
  name: "dedupe",
  summary: "which records of a file are there twice, or are in another file too",
  usage: `
usage: lakebook dedupe FILE [FILE2] [--key COLUMN] [--json] [--model NAME]

Finds the records of a file that are one, or links the records of two files by the columns that both have. Reads what
build-lake reads; columns, how they are compared and which records are brought together are guessed, and what counts
how much is learned from the data. The same files give the same answer.

  --key COLUMN   names the records; of two files, both have it. Left out: the number of the row, from 1
  --json         one JSON object:
                 {"pairs": [{"a", "b", "score", "match", "evidence": {COLUMN: {"level", "a", "b", "bits"}}}],
                  "clusters": [[KEY, ...]]}
                 score is the probability, match whether both are in one cluster; bits add up, from the prior, to
                 log2 of the odds. Of two files, a and the first key of a cluster are of the first file
  --model NAME   brings records together also by meaning, with an embedding model in $LAKEBOOK_MODELS (data/models)

  lakebook dedupe people.csv --key id --json`,

  async run(args) {
    const {values, positionals} = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        key: {type: "string"},
        json: {type: "boolean", default: false},
        model: {type: "string"}
      }
    });
    if (positionals.length < 1 || positionals.length > 2) {
      process.stderr.write(`dedupe takes one file or two\n\n${this.usage.trim()}\n`);
      return 2;
    }
    const [first, second] = await Promise.all(
      positionals.map(async (path) => toTable(path, await readFileTexts(path), values.key))
    );
    const plain = toInput(first!, second);
    const input = values.model === undefined ? plain : await addVectors(plain, values.model);
    const outcome = await link(input, {onProgress: tellProgress});
    const pieces = (values.json ? toJsonPieces : toTextLines)(toFindings(input, outcome));
    await pipeline(Readable.from(pieces), process.stdout, {end: false});
    process.stderr.write(
      `compared ${outcome.compared.toLocaleString("en-US")} pairs, found ${outcome.clusters.length} clusters\n`
    );
    return 0;
  }
};
