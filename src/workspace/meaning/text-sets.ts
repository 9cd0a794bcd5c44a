import {createPause} from "../../lib/pause.ts";
import {Queue} from "../../lib/queue.ts";
import type {TextSet} from "../../model/text-collection.ts";
import type {TextsOptions} from "./meaning.ts";
import type {PlacedTexts} from "./nearest-texts.ts";
import type {TextSource} from "./text-source.ts";
import type {VectorBook} from "./vector-book.ts";
import type {VectorShelf} from "./vector-shelf.ts";

interface Known {
  readonly state: string;
  readonly set: TextSet;
  /** Of which book, and how many vectors it had, the places are. */
  book?: VectorBook;
  size?: number;
  placed?: PlacedTexts;
}

/** The texts of collections in memory, read again when a collection has changed. */
export class TextSets {
  readonly #known = new Map<string, Known>();
  /** Two at once would read the same table. */
  readonly #queue = new Queue();
  readonly #shelf: VectorShelf;

  constructor(shelf: VectorShelf) {
    this.#shelf = shelf;
  }

  /** The texts of a collection as it now is. */
  async get(source: TextSource, options: TextsOptions = {}): Promise<TextSet> {
    return (await this.#read(source, options)).set;
  }

  /** The texts that were read of a collection in this state; undefined where they were not. */
  peek({collection, state}: TextSource): TextSet | undefined {
    const known = this.#known.get(collection.id);
    return known?.state === state ? known.set : undefined;
  }

  /** The texts with the places of their vectors. */
  async place(
    source: TextSource,
    book: VectorBook,
    options: TextsOptions = {}
  ): Promise<PlacedTexts> {
    const known = await this.#read(source, options);
    if (known.placed && known.book === book && known.size === book.size) return known.placed;
    const {hashes} = known.set;
    await this.#shelf.lacking(book, hashes); // brings those of the lake
    const {size} = book;
    const first = new Int32Array(size).fill(-1);
    const next = new Int32Array(hashes.length).fill(-1);
    const pause = createPause(options.signal);
    for (let row = hashes.length - 1; row >= 0; --row) {
      const place = book.row(hashes[row]!);
      if (place !== undefined && place < size) {
        next[row] = first[place]!;
        first[place] = row;
      }
      await pause();
    }
    return Object.assign(known, {book, size, placed: {set: known.set, first, next}}).placed;
  }

  #read(source: TextSource, options: TextsOptions): Promise<Known> {
    const {collection, state} = source;
    return this.#queue.run(async () => {
      const former = this.#known.get(collection.id);
      if (former?.state === state) return former;
      const known: Known = {state, set: {collection, ...(await source.read(options))}};
      this.#known.set(collection.id, known);
      return known;
    });
  }
}
