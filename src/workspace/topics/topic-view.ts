import {InputError} from "../../lib/errors.ts";
import type {TextSet} from "../../model/text-collection.ts";
import type {TopicMember, TopicSetRecord} from "../../model/topic.ts";
import type {TopicState} from "../../store/topics.ts";
import {toPresentMembers} from "./present-members.ts";
import type {CourseOptions, TimeCourse, TimeSteps} from "./time-course.ts";
import {toTimeCourse, toTimeSteps} from "./time-course.ts";
import type {TopicLine} from "./topic-lines.ts";
import {toTopicLines} from "./topic-lines.ts";

/** What `places` says of a text that is in no topic, of one that was not looked at yet, and of one without words. */
export const OUTLIER = -1;
export const UNPLACED = -2;
const EMPTY = -3;

/** The topics of a collection with their texts, as they stand now: what a run found and what people did to it since. */
export class TopicView {
  readonly set: TopicSetRecord;
  /** Broad ones, the largest first, each before its parts; those that are ignored among them. */
  readonly topics: readonly TopicLine[];
  readonly texts: TextSet;
  /** Of each text the place of its finest topic in `topics`; below 0 where it has none (`OUTLIER`, `UNPLACED`). */
  readonly places: Int32Array;
  /** Of each text, from 0 to 1, how much it belongs there. */
  readonly strengths: Float32Array;
  /** Texts that were looked at; of those, the ones in no topic; and texts that came since. */
  readonly size: number;
  readonly outliers: number;
  readonly unplaced: number;
  readonly #indexOf: ReadonlyMap<string, number>;
  readonly #steps = new Map<string, TimeSteps | undefined>();

  constructor(state: TopicState, members: readonly TopicMember[], texts: TextSet) {
    this.set = state.set;
    this.texts = texts;
    const ids = new Set(state.topics.map(({topic}) => topic.id));
    const present = toPresentMembers(state.set.rules, ids, members);
    const finest = texts.ends.map((end) => present.get(end)?.topic);
    this.topics = toTopicLines(state, finest);
    this.#indexOf = new Map(this.topics.map(({id}, i) => [id, i]));
    this.strengths = Float32Array.from(texts.ends, (end) => present.get(end)?.strength ?? 0);
    this.places = Int32Array.from(finest, (id, row) => {
      if (texts.hashes[row] === "") return EMPTY;
      return id === undefined ? UNPLACED : id === null ? OUTLIER : this.#indexOf.get(id)!;
    });
    const count = (place: number): number =>
      this.places.reduce((sum, one) => sum + Number(one === place), 0);
    this.outliers = count(OUTLIER);
    this.unplaced = count(UNPLACED);
    this.size = texts.ends.length - count(EMPTY) - this.unplaced;
  }

  /** Throws `InputError` where it is not there. */
  topic(id: string): TopicLine {
    const index = this.#indexOf.get(id);
    if (index === undefined) throw new InputError(`topic not found: ${this.set.id}/${id}`);
    return this.topics[index]!;
  }

  /** The texts of a topic and of its parts (null: in no topic), by row of `texts`, those that belong there most first. */
  rowsOf(id: string | null): number[] {
    const isIn = this.#toTest(id);
    const rows: number[] = [];
    this.places.forEach((place, row) => {
      if (isIn(place)) rows.push(row);
    });
    return rows.sort((a, b) => this.strengths[b]! - this.strengths[a]! || a - b);
  }

  /** How many texts of a topic there were over time; undefined where no column says when. */
  course(id: string | null, options?: CourseOptions): TimeCourse | undefined {
    const isIn = this.#toTest(id);
    const steps = this.steps(options);
    return steps && toTimeCourse(steps, (row) => isIn(this.places[row]!));
  }

  /** Which step of time each text lies in; undefined where no column says when. */
  steps(options?: CourseOptions): TimeSteps | undefined {
    const key = `${options?.unit} ${options?.steps}`;
    if (!this.#steps.has(key)) this.#steps.set(key, toTimeSteps(this.texts.times, options));
    return this.#steps.get(key);
  }

  #toTest(id: string | null): (place: number) => boolean {
    if (id === null) return (place) => place === OUTLIER;
    const own = this.#indexOf.get(this.topic(id).id)!;
    return (place) => place === own || this.topics[place]?.parent === id;
  }
}
