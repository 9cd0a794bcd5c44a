import {createPause} from "../../lib/pause.ts";
import {quantise} from "../../lib/quantised.ts";
import {Queue} from "../../lib/queue.ts";
import type {TextVectors} from "../../store/text-vectors.ts";
import type {Precomputed} from "./precomputed.ts";
import {VectorBook} from "./vector-book.ts";

/** The vectors of the model in use: what is kept, read once and followed, and what came with the lake. */
export class VectorShelf {
  readonly #vectors: TextVectors;
  readonly #precomputed: Precomputed | undefined;
  /** Two at once would read the same blocks. */
  readonly #queue = new Queue();
  #book: VectorBook | undefined;
  #last = 0;
  /** Which book has what came with the lake. */
  #filled: VectorBook | undefined;

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
  async lacking(book: VectorBook, hashes: Iterable<string>): Promise<Set<string>> {
    const lacking = new Set<string>();
    const pause = createPause();
    for (const hash of hashes) {
      if (hash !== "" && !book.has(hash)) lacking.add(hash);
      await pause();
    }
    if (lacking.size === 0 || !this.#precomputed) return lacking;
    await this.#fill(book, this.#precomputed);
    for (const hash of lacking) {
      if (book.has(hash)) lacking.delete(hash);
      await pause();
    }
    return lacking;
  }

  #fill(book: VectorBook, precomputed: Precomputed): Promise<void> {
    return this.#queue.run(async () => {
      if (this.#filled === book) return;
      await precomputed.read(book.model, (batch) => {
        // of another length it is of another model by the same name
        if (book.dimensions === 0 || book.dimensions === batch.dimensions) book.add(batch);
      });
      this.#filled = book;
    });
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
