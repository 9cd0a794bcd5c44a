import type {Store, Workspace} from "../src/index.ts";
import type {Pick} from "./lb-entry-picker.ts";
import type {Suggest} from "./suggest.ts";
import {toLists} from "./suggest.ts";

const MAX_SUGGESTIONS = 12;

/** What `suggestOther` needs to know. */
export interface OtherQuery {
  /** Where there is none, titles are found by the store alone. */
  readonly workspace: Workspace | undefined;
  readonly store: Store;
  /** The types that may stand there; none named: any. */
  readonly types: readonly string[];
  /** The ids of those that are joined already. */
  readonly except: readonly string[];
  readonly signal?: AbortSignal | undefined;
}

/** Entries for the other end of an edge, for what somebody is typing. */
export async function* suggestOther(
  text: string,
  {workspace, store, types, except, signal}: OtherQuery
): AsyncGenerator<readonly Pick[]> {
  const limit = MAX_SUGGESTIONS + except.length;
  const found: ReturnType<Suggest<Pick>> = workspace?.typeahead
    ? workspace.typeahead(text, {types, limit, ...(signal && {signal})})
    : store.entries.suggest(text, {types, limit});
  for await (const picks of toLists(found))
    yield picks.filter(({id}) => !except.includes(id)).slice(0, MAX_SUGGESTIONS);
}
