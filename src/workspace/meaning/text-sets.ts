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
  places?: Int32Array;
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
    if (known.book !== book || known.size !== book.size || !known.places) {
      const {hashes} = known.set;
      await this.#shelf.lacking(book, hashes); // brings those of the lake
      const {size} = book;
      const places = new Int32Array(hashes.length);
      const pause = createPause(options.signal);
      for (let row = 0; row < hashes.length; ++row) {
        places[row] = book.row(hashes[row]!) ?? -1;
        await pause();
      }
      Object.assign(known, {book, size, places});
    }
    return {set: known.set, places: known.places!};
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
