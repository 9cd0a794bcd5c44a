import {readPageQuery} from "./page-query.ts";

export const SEARCH_MODES = ["hybrid", "lexical", "semantic"] as const;
/** By what texts are compared: words and meaning, words alone, meaning alone. */
export type SearchMode = (typeof SEARCH_MODES)[number];

/** What the search page shows, as its address says it. */
export interface SearchState {
  readonly text: string;
  readonly mode: SearchMode;
  /** From 1. */
  readonly page: number;
  /** The end whose like are looked for; undefined where words are. */
  readonly like: string | undefined;
}

export function readSearchState(): SearchState {
  const mode = readPageQuery("mode");
  const kind = readPageQuery("kind");
  const text = readPageQuery("q") ?? "";
  return {
    text: kind === undefined ? text : `${text} kind:${kind}`.trim(),
    mode: SEARCH_MODES.find((one) => one === mode) ?? "hybrid",
    page: Math.max(1, Math.floor(Number(readPageQuery("page") ?? 1)) || 1),
    like: readPageQuery("like")
  };
}

/** The same as parameters of the address; what is as usual is left out. */
export function toSearchQuery({
  text,
  mode,
  page,
  like
}: SearchState): Record<string, string | undefined> {
  return {
    q: text.trim() || undefined,
    mode: mode === "hybrid" ? undefined : mode,
    page: page === 1 ? undefined : String(page),
    like,
    kind: undefined
  };
}
