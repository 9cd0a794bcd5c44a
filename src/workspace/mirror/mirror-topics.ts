import {groupBy} from "../../lib/group-by.ts";
import {createPause} from "../../lib/pause.ts";
import type {Lake} from "../../lake/lake.ts";
import {readCatalogue} from "../../lake/read-catalogue.ts";
import {toEnd} from "../../model/end.ts";
import type {TopicMember} from "../../model/topic.ts";
import {toTopicEnd} from "../../model/topic.ts";
import type {TopicStore} from "../../store/topics.ts";
import {toPresentMembers} from "../topics/present-members.ts";
import type {TopicLine} from "../topics/topic-lines.ts";
import {toTopicLines} from "../topics/topic-lines.ts";
import {ws} from "./mirror-state.ts";
import type {MirrorColumn} from "./mirror-tables.ts";
import {toDataTable} from "./mirror-tables.ts";

/** How a text sounds, by its end, from -1 to 1; null where nobody asked or there is nothing to judge. */
export type SentimentOf = (end: string) => number | null;

/** `topic_end` is what `ws.edges` names a topic by. */
export const TOPIC_COLUMNS: readonly MirrorColumn<TopicLine>[] = [
  {name: "collection", type: "VARCHAR", get: ({set}) => set},
  {name: "topic", type: "VARCHAR", get: ({id}) => id},
  {name: "title", type: "VARCHAR", get: ({title}) => title},
  {name: "label", type: "VARCHAR", get: ({label}) => label},
  {name: "name", type: "VARCHAR", get: ({name}) => name},
  {name: "keywords", type: {list: "VARCHAR"}, get: ({keywords}) => keywords.map(({term}) => term)},
  {name: "parent", type: "VARCHAR", get: ({parent}) => parent},
  {name: "size", type: "BIGINT", get: ({size}) => size},
  {name: "former_size", type: "BIGINT", get: ({former}) => former},
  {name: "colour", type: "BIGINT", get: ({colour}) => colour},
  {name: "pinned", type: "BOOLEAN", get: ({pinned}) => pinned},
  {name: "ignored", type: "BOOLEAN", get: ({ignored}) => ignored},
  {
    name: "topic_end",
    type: "VARCHAR",
    get: (topic) => `topic:${encodeURIComponent(toTopicEnd(topic))}`
  }
];

interface MemberRow extends TopicMember {
  readonly set: string;
  readonly title: string | null;
  readonly rowid: number | null;
  readonly sentiment: number | null;
}

/**
 * Joins by `row_id` with a table of the lake (`m.collection = 'lake.messages' AND m.row_id = lake.messages.rowid`), by
 * `entry_id` with a type's relation.
 */
export const MEMBER_COLUMNS: readonly MirrorColumn<MemberRow>[] = [
  {name: "collection", type: "VARCHAR", get: ({set}) => set},
  {name: "topic", type: "VARCHAR", get: ({topic}) => topic},
  {name: "title", type: "VARCHAR", get: ({title}) => title},
  {name: "strength", type: "DOUBLE", get: ({strength}) => strength},
  {name: "row_id", type: "BIGINT", get: ({rowid}) => rowid},
  {
    name: "entry_id",
    type: "VARCHAR",
    get: ({end}) => (toEnd(end)?.kind === "entry" ? end : null)
  },
  {name: "text_end", type: "VARCHAR", get: ({end}) => end},
  {name: "sentiment", type: "DOUBLE", get: ({sentiment}) => sentiment}
];

/** Topics and who is in them, read anew whenever a query names them: texts are placed without a trace in the history. */
export async function writeTopics(
  lake: Lake,
  store: Pick<TopicStore, "sets" | "get" | "members">,
  sentimentOf: SentimentOf
): Promise<void> {
  const topics: TopicLine[] = [];
  const members: MemberRow[] = [];
  const pause = createPause();
  const sets = await store.sets();
  const findRowid = sets.length === 0 ? () => null : await createRowidFinder(lake);
  for (const {id} of sets) {
    const state = (await store.get(id))!;
    const ids = new Set(state.topics.map(({topic}) => topic.id));
    const kept = await store.members(state.set);
    const present = [...toPresentMembers(state.set.rules, ids, kept).values()];
    const lines = toTopicLines(
      state,
      present.map(({topic}) => topic)
    );
    const titles = new Map(lines.map((line) => [line.id, line.title]));
    topics.push(...lines);
    for (const member of present) {
      await pause();
      const {end, topic} = member;
      const title = topic === null ? null : titles.get(topic)!;
      const rowid = findRowid(end);
      members.push({...member, set: id, title, rowid, sentiment: sentimentOf(end)});
    }
  }
  await lake.insert(ws("topics"), toDataTable("topics", TOPIC_COLUMNS, topics));
  await lake.insert(ws("topic_members"), toDataTable("topic_members", MEMBER_COLUMNS, members));
}

/** The rowid of an end that is a row of a compiled table; null of any other. */
async function createRowidFinder(lake: Lake): Promise<(end: string) => number | null> {
  const {parts} = await readCatalogue(lake);
  const byPlace = groupBy(parts, ({table, sha256}) => `${table} ${sha256}`);
  return (text) => {
    const end = toEnd(text);
    if (end?.kind !== "row") return null;
    const part = byPlace.get(`${end.table} ${end.sha256}`)?.find(({rows}) => end.row < rows);
    return part ? part.firstRow + end.row : null;
  };
}
