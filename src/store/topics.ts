import {InputError} from "../lib/errors.ts";
import {isSame} from "../lib/same.ts";
import {createUuid} from "../lib/uuid.ts";
import type {TopicMember, TopicRecord, TopicSetRecord} from "../model/topic.ts";
import {runBatch} from "./batch.ts";
import type {Connection} from "./connection.ts";
import type {Database} from "./database.ts";
import {fromBlocks, toBlocks} from "./topic-blocks.ts";

/** Runs whose members are kept, so that undo finds them. */
const KEPT_RUNS = 5;

/** A set with its topics, as it is kept. */
export interface TopicState {
  readonly set: TopicSetRecord;
  /** Broad ones before their parts, the largest first. */
  readonly topics: readonly TopicRecord[];
}

/** What texts are about, as runs found it and people mended it. Each write is in the history. */
export interface TopicStore {
  sets(): Promise<TopicSetRecord[]>;
  get(set: string): Promise<TopicState | undefined>;
  /** All topics of these ids (`toTopicEnd`) that are there. */
  getAll(ids: readonly string[]): Promise<TopicRecord[]>;
  /** All topics of all sets. */
  list(): Promise<TopicRecord[]>;
  /** Another text whenever texts were placed, or a run was written. */
  placings(): Promise<string>;
  /** Who is in a run, and who was placed into it since; of a text that is there twice the later place counts. */
  members(set: Pick<TopicSetRecord, "id" | "run">): Promise<TopicMember[]>;
  /**
   * Writes what `change` makes of a set, undefined where there is none yet. With `members` the set begins a run of its
   * own. Gives the group that undoes it, null where nothing was different.
   */
  write(
    what: string,
    set: string,
    change: (state: TopicState | undefined) => TopicState,
    members?: readonly TopicMember[]
  ): Promise<string | null>;
  /** Adds texts to a run: they can be placed again, so they are no part of the history. */
  place(set: Pick<TopicSetRecord, "id" | "run">, members: readonly TopicMember[]): Promise<void>;
  /** Removes a set with its topics. Throws `InputError` where it is not there. */
  remove(set: string): Promise<string | null>;
}

export function createTopics(connection: Connection): TopicStore {
  return {
    sets: () => connection.run((db) => db.topicSets.toArray()),
    get: (set) => connection.run((db) => readState(db, set)),
    list: () => connection.run((db) => db.topics.toArray()),

    getAll: (ids) =>
      connection.run(async (db) =>
        (await db.topics.bulkGet([...ids])).filter((topic) => topic !== undefined)
      ),

    placings: () =>
      connection.run(async (db) => {
        const ids = await db.topicMembers.toCollection().primaryKeys();
        return `${ids.length} ${ids.at(-1)}`;
      }),

    members: ({id, run}) =>
      connection.run(async (db) =>
        fromBlocks(await db.topicMembers.where("[set+run]").equals([id, run]).sortBy("id"))
      ),

    async write(what, id, change, members) {
      const {group} = await runBatch(connection, {what}, async (batch) => {
        const before = await readState(batch.db, id);
        const changed = change(before);
        const run = members ? createUuid() : changed.set.run;
        const set = {...changed.set, run, updated: batch.at};
        if (!before || !isSame({...before.set, updated: 0}, {...set, updated: 0}))
          await batch.write("topicSets", [{before: before?.set ?? null, after: set}]);
        await batch.write("topics", toPairs(before?.topics ?? [], changed.topics));
        if (!members) return;
        await batch.db.topicMembers.bulkAdd(toBlocks({id, run}, members));
        await dropOld(batch.db, id);
      });
      return group?.group ?? null;
    },

    place: ({id, run}, members) =>
      connection.run(
        async (db) => void (await db.topicMembers.bulkAdd(toBlocks({id, run}, members)))
      ),

    async remove(id) {
      const {group} = await runBatch(connection, {what: "Remove topics"}, async (batch) => {
        const state = await readState(batch.db, id);
        if (!state) throw new InputError(`topics not found: ${id}`);
        await batch.write("topicSets", [{before: state.set, after: null}]);
        await batch.write("topics", toPairs(state.topics, []));
      });
      return group?.group ?? null;
    }
  };
}

async function readState(db: Database, id: string): Promise<TopicState | undefined> {
  const set = await db.topicSets.get(id);
  if (!set) return undefined;
  const topics = await db.topics.where("set").equals(id).toArray();
  return {set, topics: topics.sort(byRank)};
}

function byRank({topic: a}: TopicRecord, {topic: b}: TopicRecord): number {
  const broadFirst = Number(a.parent !== null) - Number(b.parent !== null);
  return broadFirst || b.size - a.size || Number(a.id.slice(1)) - Number(b.id.slice(1));
}

function toPairs(
  before: readonly TopicRecord[],
  after: readonly TopicRecord[]
): {before: TopicRecord | null; after: TopicRecord | null}[] {
  const former = new Map(before.map((topic) => [topic.id, topic]));
  const ids = new Set(after.map(({id}) => id));
  return [
    ...after
      .filter((topic) => !isSame(former.get(topic.id), topic))
      .map((topic) => ({before: former.get(topic.id) ?? null, after: topic})),
    ...before.filter(({id}) => !ids.has(id)).map((topic) => ({before: topic, after: null}))
  ];
}

/** Takes away the members of runs that are long gone. */
async function dropOld(db: Database, set: string): Promise<void> {
  const keys = await db.topicMembers.where("[set+run]").between([set], [set, []]).uniqueKeys();
  const runs = (keys as unknown as [string, string][]).map(([, run]) => run).sort();
  for (const run of runs.slice(0, -KEPT_RUNS))
    await db.topicMembers.where("[set+run]").equals([set, run]).delete();
}
