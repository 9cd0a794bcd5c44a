import type {Random} from "../../lib/random.ts";
import {toBagMeans} from "./bag-means.ts";
import {toBags} from "./bags.ts";
import type {EncodedSource} from "./encode.ts";
import {titleAt} from "./encoded-spans.ts";
import type {Pair, Place, Task} from "./pairs.ts";
import {weighSource} from "./source-weights.ts";

/** Tokens that stand for a document. */
const HEAD_TOKENS = 64;
/** Documents are alike enough where this few are left together. */
const LEAF_SIZE = 48;
/** A batch is of this many runs of documents alike. */
const RUNS = 32;

/**
 * Documents in an order where those that are alike lie together. A batch of neighbours has negatives that share the subject,
 * which teach what a subject's words do not: hard negatives (Xiong et al. 2021, ANCE) without a list of them. The order is that of
 * a tree of hyperplanes, each across the line between two documents at random (as in Annoy; Bernhardsson 2013), at the median.
 */
export class Alike {
  readonly #places: readonly Place[];
  readonly #heads: readonly number[][];
  readonly #share: number;
  #order: Uint32Array | undefined;

  /** `share` is the part of the batches that are of documents alike, for tasks that allow it. */
  constructor(sources: readonly EncodedSource[], share: number) {
    this.#share = share;
    this.#places = sources.flatMap((source) =>
      Array.from({length: source.documents.length - 1}, (_, document) => ({
        source,
        document
      })).filter(hasPairs)
    );
    this.#heads = this.#places.map(toHead);
  }

  /** Orders the documents anew by what the table, tokens × dimensions, says of them. */
  order(table: Float32Array, dimensions: number, random: Random): void {
    if (this.#share === 0) return;
    const units = toBagMeans(table, dimensions, toBags(this.#heads));
    const order = Uint32Array.from(this.#places, (_, i) => i);
    split(order, units, dimensions, random);
    this.#order = order;
  }

  /** How to draw the pairs of a batch of `size`; null where this batch is of documents at random. */
  enter(task: Task, size: number, random: Random): (() => Pair | null) | null {
    const order = this.#order;
    if (!order || !task.drawAt || !random.chance(this.#share)) return null;
    const run = Math.ceil(size / RUNS);
    let [at, drawn] = [0, run];
    return () => {
      if (drawn === run) [at, drawn] = [random.integer(0, order.length - 1), 0];
      const place = this.#places[order[at++ % order.length]!]!;
      // a source that is seen less at random is seen less here too
      if (!random.chance(weighSource(place.source))) return null;
      const pair = task.drawAt!(place, random);
      if (pair) ++drawn;
      return pair;
    };
  }
}

/** A document of one paragraph without a title has nothing to pair. */
function hasPairs({source, document}: Place): boolean {
  const {documents} = source;
  const paragraphs = documents[document + 1]! - documents[document]!;
  return titleAt(source, document).length > 0 || paragraphs > 1;
}

function toHead({source, document}: Place): number[] {
  const {ids, sentences, paragraphs, documents} = source;
  const startOf = (place: number): number => sentences[paragraphs[documents[place]!]!]!;
  const first = startOf(document);
  const end = Math.min(first + HEAD_TOKENS, startOf(document + 1));
  return [...titleAt(source, document), ...ids.subarray(first, end)];
}

/** Halves the documents again and again, each time by how much more they are like one of two than like the other. */
function split(order: Uint32Array, units: Float32Array, dimensions: number, random: Random): void {
  if (order.length <= LEAF_SIZE) return;
  const pick = (): number => order[random.integer(0, order.length - 1)]! * dimensions;
  const [one, other] = [pick(), pick()];
  const direction = Float32Array.from(
    {length: dimensions},
    (_, i) => units[one + i]! - units[other + i]!
  );
  const places = new Map<number, number>();
  for (const place of order) {
    let along = 0;
    for (let i = 0; i < dimensions; ++i) along += units[place * dimensions + i]! * direction[i]!;
    places.set(place, along);
  }
  order.sort((a, b) => places.get(a)! - places.get(b)! || a - b);
  const middle = order.length >> 1;
  split(order.subarray(0, middle), units, dimensions, random);
  split(order.subarray(middle), units, dimensions, random);
}
