import {listCorpus} from "../../src/cli/model/corpus.ts";
import {EVERYDAY_SENSES} from "../../src/cli/model/everyday.ts";
import type {OnMissing} from "../../src/cli/model/eval/find-path.ts";
import type {LeakReport} from "../../src/cli/model/eval/report-leaks.ts";
import {reportLeaks, toTextSets} from "../../src/cli/model/eval/report-leaks.ts";
import {readBenchmarks} from "../../src/cli/model/eval/scores.ts";

/** Longer texts are cut where they are shown. */
const SHOWN = 160;

/** Tells what of all benchmarks in `data` stands in the corpus, set by set. */
export async function findAllLeaks(
  data: string,
  corpus: string,
  {onMissing, onFile}: {onMissing: OnMissing; onFile: (path: string) => void}
): Promise<LeakReport[]> {
  const paths = [...(await listCorpus(corpus)), EVERYDAY_SENSES];
  return reportLeaks(paths, toTextSets(await readBenchmarks(data, onMissing)), onFile);
}

/** A report for people. */
export function toReport(report: LeakReport): string {
  const {set, texts, sentences, found, longTexts, shared, worst} = report;
  const part = (share: number): string => `${(100 * share).toFixed(2)} %`;
  return [
    `${set} (${texts} texts)`,
    `  ${found.length} of ${sentences} sentences stand in the corpus (${part(found.length / Math.max(1, sentences))})`,
    ...found.slice(0, worst.length || 3).map(({text, source}) => `    ${source}: ${toShown(text)}`),
    `  ${shared} of ${longTexts} texts share 8 words in a row with it (${part(shared / Math.max(1, longTexts))})`,
    ...worst.map(({text, source, share}) => `    ${part(share)} ${source}: ${toShown(text)}`),
    ""
  ].join("\n");
}

function toShown(text: string): string {
  const line = text.replace(/\s+/g, " ");
  return line.length > SHOWN ? `${line.slice(0, SHOWN)}…` : line;
}
