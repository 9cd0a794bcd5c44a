import type {ReactiveController, ReactiveControllerHost} from "lit";
import type {Batch, Imports, InPlaceTable, KeptFile, RawTable, Recipe} from "../src/index.ts";

/** All that is kept of imports. */
export interface ImportLists {
  readonly batches: readonly Batch[];
  readonly files: readonly KeptFile[];
  readonly recipes: readonly Recipe[];
  readonly inPlace: readonly InPlaceTable[];
  readonly tables: readonly RawTable[];
}

/** What is kept of imports, as it is now: changes of this and of other tabs come in by themselves. */
export class ImportFollow implements ReactiveController {
  lists: ImportLists | undefined;
  error: unknown;
  readonly #host: ReactiveControllerHost;
  #imports: Imports | undefined;
  #stop: (() => void) | undefined;
  #asked = 0;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  hostDisconnected(): void {
    this.#stop?.();
    this.#stop = this.#imports = undefined;
  }

  /** Follows these, unless they are followed already. */
  follow(imports: Imports): void {
    if (imports === this.#imports) return;
    this.#stop?.();
    this.#imports = imports;
    this.#stop = imports.onChange(() => void this.read());
    void this.read();
  }

  async read(): Promise<void> {
    const imports = this.#imports;
    const asked = ++this.#asked;
    if (!imports) return;
    try {
      const [batches, files, recipes, inPlace, tables] = await Promise.all([
        imports.batches(),
        imports.files(),
        imports.recipes(),
        imports.inPlace(),
        imports.tables()
      ]);
      if (asked !== this.#asked) return; // something changed meanwhile
      this.lists = {batches, files, recipes, inPlace, tables};
      this.error = undefined;
    } catch (error) {
      this.error = error;
    }
    this.#host.requestUpdate();
  }
}
