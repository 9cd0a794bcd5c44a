import {createPause} from "../../lib/pause.ts";
import type {Entry} from "../../model/entry.ts";
import type {Store} from "../../store/store.ts";
import type {SuggestionDraft} from "../../store/suggestions.ts";
import type {Compute} from "../compute/compute.ts";
import type {ReadText} from "./find-fact-drafts.ts";
import {findFactDrafts, toNameKey} from "./find-fact-drafts.ts";
import type {FieldText} from "./find-edges.ts";
import {toFieldTexts} from "./find-edges.ts";
import type {Proposer} from "./proposer.ts";
import {scan, toPair} from "./suggest-edges.ts";
import {TitleIndex} from "./title-index.ts";

/** Shorter texts are names themselves. */
const MIN_LENGTH = 30;
/** Texts that a worker reads at once. */
const TEXTS_PER_JOB = 2000;
/** Suggestions written at once. */
const PAGE_DRAFTS = 500;

interface EntryText extends FieldText {
  readonly entry: Entry;
}

/**
 * What the texts of entries name: people, places, organisations, days and amounts, offered as edges to the entries that
 * they name, else as tags; and keywords, as tags. English texts only. They are read in a worker.
 */
export function createFactProposer(store: Store, compute: Compute): Proposer {
  return {
    what: "people, places, days, amounts and keywords in texts",
    async propose({signal, onProgress} = {}) {
      const pause = createPause(signal);
      const types = new Map((await store.types.list()).map((type) => [type.name, type]));
      const index = new TitleIndex();
      const texts: EntryText[] = [];
      for await (const entry of scan(store.entries)) {
        const type = types.get(entry.type);
        index.add(entry, type);
        for (const one of toFieldTexts(entry, type))
          if (one.name !== type?.titleField && one.text.length >= MIN_LENGTH)
            texts.push({...one, entry});
        await pause();
      }
      const joined = new Set<string>();
      for await (const {from, to} of scan(store.edges)) joined.add(toPair(from, to));
      const read = await readTexts(compute, texts, {signal, onProgress});
      const byEntry = new Map<Entry, ReadText[]>();
      texts.forEach(({entry}, i) => byEntry.set(entry, [...(byEntry.get(entry) ?? []), read[i]!]));
      const namedIn = countNames(byEntry.values());
      const isJoined = (a: string, b: string): boolean => joined.has(toPair(a, b));
      let added = 0;
      const drafts: SuggestionDraft[] = [];
      for (const [entry, own] of byEntry) {
        drafts.push(...findFactDrafts(entry, own, {index, isJoined, namedIn}));
        if (drafts.length >= PAGE_DRAFTS)
          added += await store.suggestions.propose(drafts.splice(0));
        await pause();
      }
      return added + (await store.suggestions.propose(drafts));
    }
  };
}

async function readTexts(
  compute: Compute,
  texts: readonly EntryText[],
  {signal, onProgress}: Parameters<Proposer["propose"]>[0] & object
): Promise<ReadText[]> {
  const work = {...(signal && {signal})};
  const keywords = await compute.run("tagWords", {texts: texts.map(({text}) => text)}, work);
  const read: ReadText[] = [];
  for (let from = 0; from < texts.length; from += TEXTS_PER_JOB) {
    const part = texts.slice(from, from + TEXTS_PER_JOB);
    const facts = await compute.run(
      "facts",
      {texts: part.map(({text}) => text), times: part.map(({entry}) => entry.created)},
      {...work, onProgress: (done) => onProgress?.(from + done, texts.length)}
    );
    part.forEach((one, i) => read.push({...one, facts: facts[i]!, keywords: keywords[from + i]!}));
  }
  return read;
}

/** In how many entries each name stands. */
function countNames(entries: Iterable<readonly ReadText[]>): Map<string, number> {
  const counts = new Map<string, number>();
  for (const texts of entries) {
    const keys = new Set(texts.flatMap(({facts}) => facts.map(toNameKey)));
    for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
}
