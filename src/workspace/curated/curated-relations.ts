import type {Lake} from "../../lake/lake.ts";
import {buildMirror} from "../mirror/mirror-build.ts";
import type {MirrorSource} from "../mirror/mirror-source.ts";
import type {CuratedRecords} from "./records.ts";

/** Shows curated records as `ws.*`, as the pages do; a folder of text has no history, no suggestions and no topics. */
export async function showCurated(lake: Lake, records: CuratedRecords): Promise<void> {
  await buildMirror(lake, toMirrorSource(records));
}

function toMirrorSource({types, kinds, views, entries, edges}: CuratedRecords): MirrorSource {
  // all of them are the first page, and there is no second
  const scan =
    <T>(records: readonly T[]) =>
    (after = ""): Promise<T[]> =>
      Promise.resolve(after === "" ? [...records] : []);
  return {
    types: {list: () => Promise.resolve([...types])},
    kinds: {list: () => Promise.resolve([...kinds])},
    views: {list: () => Promise.resolve([...views])},
    suggestions: {page: () => Promise.resolve({suggestions: []})},
    entries: {scan: scan(entries)},
    edges: {scan: scan(edges)},
    history: {revision: () => Promise.resolve(0), since: () => Promise.resolve([])}
  };
}
