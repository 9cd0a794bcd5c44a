import type {PropertyValues, TemplateResult} from "lit";
import {html} from "lit";
import type {Workspace} from "../src/index.ts";
import type {WorkSigns} from "./long-work.ts";
import {LongWork} from "./long-work.ts";
import {WorkspaceElement} from "./workspace-element.ts";

/** What a task does, with signs by which it is watched and stopped. */
export type TaskWork = (workspace: Workspace, signs: WorkSigns) => Promise<unknown>;

/**
 * Long work of a notebook: a button that starts it, how far it is, a way to stop it, why it failed. An input of a cell
 * (`view(task("Find topics", work))`): its `value` is what the work gave.
 *
 * @fires input - the work is done
 */
export class LbTask extends WorkspaceElement {
  static override properties = {
    ...WorkspaceElement.properties,
    label: {},
    again: {},
    work: {attribute: false},
    begins: {attribute: false},
    value: {attribute: false}
  };

  /** What the button says, before the work was done and after. */
  declare label: string;
  declare again: string;
  declare work: TaskWork;
  /** Whether it starts by itself: where it is soon over, or was done before. */
  declare begins: ((workspace: Workspace) => boolean | Promise<boolean>) | undefined;
  /** What the work gave; undefined until it is done: cells that use it wait for it. */
  declare value: unknown;
  readonly #running = new LongWork(this);

  constructor() {
    super();
    this.label = "Start";
    this.again = "Start again";
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    // by this the page knows that what follows has nothing to show yet
    this.toggleAttribute("undone", this.value === undefined);
    if (changed.has("workspace") && this.workspace) void this.#begin(this.workspace);
  }

  async #begin(workspace: Workspace): Promise<void> {
    if (!this.begins) return;
    await this.#running.run(
      {what: "Looking", failed: `${this.label}: not begun`},
      async (signs) => {
        if (await this.begins!(workspace)) await this.#do(workspace, signs);
      }
    );
  }

  #start(workspace: Workspace): void {
    const words = {what: "Working", failed: `${this.label}: not done`, canRetry: true};
    void this.#running.run(words, (signs) => this.#do(workspace, signs));
  }

  async #do(workspace: Workspace, signs: WorkSigns): Promise<void> {
    this.value = await this.work(workspace, signs);
    this.dispatchEvent(new Event("input", {bubbles: true}));
  }

  protected override renderWorkspace(workspace: Workspace): TemplateResult {
    const {isRunning} = this.#running;
    return html`${
      isRunning
        ? html``
        : html`<button
            class=${this.value === undefined ? "primary" : ""}
            @click=${() => this.#start(workspace)}
          >
            ${this.value === undefined ? this.label : this.again}
          </button>`
    }${this.#running.render()}`;
  }
}

customElements.define("lb-task", LbTask);

declare global {
  interface HTMLElementTagNameMap {
    "lb-task": LbTask;
  }
}
