import type {Topic, TopicMember, WordChange} from "../model/topic.ts";

/** Topics with the texts in them, as one run left them. */
export interface TopicRun {
  readonly topics: readonly Pick<Topic, "id" | "size" | "keywords">[];
  readonly members: readonly TopicMember[];
}

/** What became of a topic from one run to the next. */
export interface TopicChange extends WordChange {
  readonly id: string;
  /** `grown` and `shrunk` by its share of all texts: a topic that keeps up with the collection is `same`. */
  readonly kind: "new" | "gone" | "grown" | "shrunk" | "same";
  /** Texts in it before and now; null where it was not there. */
  readonly from: number | null;
  readonly to: number | null;
}

/** A text that was in both runs, and is in another topic; null: in none. */
export interface TextMove {
  readonly end: string;
  readonly from: string | null;
  readonly to: string | null;
}

/** How topics drift from one run to the next. */
export interface TopicDrift {
  /** The topics of this run in its order, then those that are gone. */
  readonly changes: readonly TopicChange[];
  readonly moves: readonly TextMove[];
}

/** A share that changes by less is the same. */
const MIN_CHANGE = 0.1;
/** So many keywords stand for a topic: those behind them change with every few texts. */
const COMPARED_KEYWORDS = 5;

/** What is different in a run: which topics grew, shrank, came and went, which words stand for them, which texts moved. */
export function compareRuns(previous: TopicRun, result: TopicRun): TopicDrift {
  const former = new Map(previous.topics.map((topic) => [topic.id, topic]));
  const present = new Map(result.topics.map((topic) => [topic.id, topic]));
  const toChange = (id: string): TopicChange => {
    const [before, now] = [former.get(id), present.get(id)];
    const isKept = before !== undefined && now !== undefined;
    return {
      id,
      kind: isKept
        ? compareShares(before.size / previous.members.length, now.size / result.members.length)
        : before
          ? "gone"
          : "new",
      from: before?.size ?? null,
      to: now?.size ?? null,
      gained: isKept ? findMissing(now, before) : [],
      lost: isKept ? findMissing(before, now) : []
    };
  };
  const gone = previous.topics.filter(({id}) => !present.has(id));
  const places = new Map(previous.members.map(({end, topic}) => [end, topic]));
  return {
    changes: [...result.topics, ...gone].map(({id}) => toChange(id)),
    moves: result.members.flatMap(({end, topic}): TextMove[] => {
      const from = places.get(end);
      return from === undefined || from === topic ? [] : [{end, from, to: topic}];
    })
  };
}

function compareShares(before: number, now: number): TopicChange["kind"] {
  if (now > before * (1 + MIN_CHANGE)) return "grown";
  return now < before * (1 - MIN_CHANGE) ? "shrunk" : "same";
}

/** The first keywords of one topic that another has nowhere. */
function findMissing(
  {keywords}: Pick<Topic, "keywords">,
  other: Pick<Topic, "keywords">
): string[] {
  const known = new Set(other.keywords.map(({term}) => term.toLowerCase()));
  return keywords
    .slice(0, COMPARED_KEYWORDS)
    .map(({term}) => term)
    .filter((term) => !known.has(term.toLowerCase()));
}
