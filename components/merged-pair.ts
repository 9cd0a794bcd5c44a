import type {
  AcceptChoice,
  DuplicatePair,
  DuplicateSearch,
  MergeSide,
  Workspace
} from "../src/index.ts";
import {draftRows} from "../src/index.ts";

/** Two records as they would be merged; undefined where no fields are chosen. */
export async function readMergeSides(
  workspace: Workspace,
  search: DuplicateSearch,
  {a, b}: DuplicatePair,
  {mode, type}: AcceptChoice
): Promise<readonly [MergeSide, MergeSide] | undefined> {
  const {first, second} = search.sides;
  if (second) return undefined;
  if (mode === "merge") {
    const [one, other] = await workspace.store.entries.getAll([search.ends[a]!, search.ends[b]!]);
    return one && other ? [one, other] : undefined;
  }
  if (mode !== "keep" || !type) return undefined;
  const {parts} = await workspace.catalogue();
  const {drafts} = await draftRows(first, [a, b], {type, parts});
  const [one, other] = [...drafts.values()].map(({fields}, i): MergeSide => ({
    title: "",
    fields,
    tags: [],
    updated: i
  }));
  return one && other ? [one, other] : undefined;
}
