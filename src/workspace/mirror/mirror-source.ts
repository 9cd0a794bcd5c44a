import type {Suggestion, SuggestionStatus} from "../../model/suggestion.ts";
import type {Store} from "../../store/store.ts";

/** What the relations of `ws` are made of: a store, or records that lie elsewhere. */
export interface MirrorSource {
  readonly types: Pick<Store["types"], "list">;
  readonly kinds: Pick<Store["kinds"], "list">;
  readonly views: {list(): ReturnType<Store["views"]["list"]>};
  readonly suggestions: {
    page(query: {
      readonly status: SuggestionStatus;
      readonly limit: number;
    }): Promise<{readonly suggestions: readonly Suggestion[]}>;
  };
  readonly entries: Pick<Store["entries"], "scan">;
  readonly edges: Pick<Store["edges"], "scan">;
  readonly history: Pick<Store["history"], "revision" | "since">;
}
