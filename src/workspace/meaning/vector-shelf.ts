import {quantise} from "../../lib/quantised.ts";
import {Queue} from "../../lib/queue.ts";
import type {TextVectorBatch, TextVectors} from "../../store/text-vectors.ts";
import {VectorBook} from "./vector-book.ts";

/** Vectors that came with the lake, for texts whose hashes are asked for. */
export interface Precomputed {
  /** Those of the hashes that are there; null where the lake has none of this model. */
  read(model: string, hashes: readonly string[]): Promise<TextVectorBatch | null>;
}

/** The vectors of the model in use: what is kept, read once and followed, and what came with the lake. */
export class VectorShelf {
  readonly #vectors: TextVectors;
  readonly #precomputed: Precomputed | undefined;
  /** Two at once would read the same blocks. */
  readonly #queue = new Queue();
  #book: VectorBook | undefined;
  #last = 0;

  constructor(vectors: TextVectors, precomputed?: Precomputed) {
    this.#vectors = vectors;
    this.#precomputed = precomputed;
  }

  /** The vectors of a model, in step with what any tab has kept. */
  book(model: string): Promise<VectorBook> {
    return this.#queue.run(async () => {
      if (this.#book?.model !== model) {
        this.#book = new VectorBook(model);
        this.#last = 0;
      }
      const book = this.#book;
      this.#last = await this.#vectors.read(model, this.#last, (batch) => book.add(batch));
      return book;
    });
  }

  /** The hashes, each once, that have no vector, neither kept nor from the lake; those of the lake are then in the book. */
  async lacking(book: VectorBook, hashes: Iterable<string>): Promise<string[]> {
    const lacking = [...new Set(hashes)].filter((hash) => hash !== "" && !book.has(hash));
    if (lacking.length === 0 || !this.#precomputed) return lacking;
    const batch = await this.#precomputed.read(book.model, lacking);
    if (!batch || (book.dimensions !== 0 && batch.dimensions !== book.dimensions)) return lacking;
    book.add(batch);
    return lacking.filter((hash) => !book.has(hash));
  }

  /** Keeps what a model gave. */
  async put(
    book: VectorBook,
    dimensions: number,
    hashes: readonly string[],
    vectors: Float32Array
  ): Promise<void> {
    const batch = {hashes, ...quantise(vectors, dimensions)};
    await this.#vectors.put(book.model, batch);
    book.add(batch);
  }

  /** Begins anew, after vectors were removed. */
  forget(): void {
    this.#book = undefined;
  }
}
