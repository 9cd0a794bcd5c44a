import type {Store, Workspace} from "../src/index.ts";
import {toEndText, toTopicTitle} from "../src/index.ts";
import type {Pick} from "./entry-pick.ts";
import type {Suggest} from "./suggest.ts";
import {toLists} from "./suggest.ts";

const MAX_SUGGESTIONS = 12;
/** Topics come behind the entries. */
const MAX_TOPICS = 4;

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

/** Entries and topics for the other end of an edge, for what somebody is typing. */
export async function* suggestOther(
  text: string,
  {workspace, store, types, except, signal}: OtherQuery
): AsyncGenerator<readonly Pick[]> {
  const limit = MAX_SUGGESTIONS + except.length;
  const topics = await suggestTopics(store, text, types);
  const found: ReturnType<Suggest<Pick>> = workspace?.typeahead
    ? workspace.typeahead(text, {types, limit, ...(signal && {signal})})
    : store.entries.suggest(text, {types, limit});
  for await (const picks of toLists(found)) {
    const entries = picks.filter(({id}) => !except.includes(id));
    yield [...entries.slice(0, MAX_SUGGESTIONS - topics.length), ...topics];
  }
}

async function suggestTopics(
  store: Store,
  text: string,
  types: readonly string[]
): Promise<Pick[]> {
  const words = text.trim().toLowerCase();
  if (words === "" || (types.length > 0 && !types.includes("topic"))) return [];
  return (await store.topics.list())
    .filter(({topic}) => !topic.ignored && toTopicTitle(topic).toLowerCase().includes(words))
    .slice(0, MAX_TOPICS)
    .map(({id, set, topic}) => ({
      id: toEndText({kind: "topic", id}),
      type: "topic",
      title: toTopicTitle(topic),
      hint: set
    }));
}
