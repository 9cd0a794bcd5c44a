import type {ReactiveControllerHost} from "lit";
import type {PackShelf, PackState, Workspace} from "../src/index.ts";
import {Follow} from "./follow.ts";

/** The packs of the site and how each stands, for an element that shows them. */
export class PackFollow {
  shelf: PackShelf | undefined;
  readonly #host: ReactiveControllerHost;
  readonly #states: Follow<PackState[]>;
  #workspace: Workspace | undefined;
  #failure: unknown;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    this.#states = new Follow(host);
  }

  get states(): readonly PackState[] | undefined {
    return this.#states.value;
  }

  get error(): unknown {
    return this.#failure ?? this.#states.error;
  }

  /** Called in each update of the host. */
  follow(workspace: Workspace): void {
    const {shelf} = this;
    if (workspace !== this.#workspace) {
      this.#workspace = workspace;
      void this.#read(workspace);
    }
    if (shelf) this.#states.follow(shelf, () => workspace.packs.follow(shelf));
  }

  retry(): void {
    this.#workspace = undefined;
    this.#failure = undefined;
    this.#states.retry();
  }

  async #read(workspace: Workspace): Promise<void> {
    try {
      this.shelf = await workspace.packs.shelf();
    } catch (error) {
      this.#failure = error;
    }
    this.#host.requestUpdate();
  }
}
