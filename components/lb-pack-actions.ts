import type {TemplateResult} from "lit";
import {LitElement, css, html, nothing} from "lit";
import type {PackState, Workspace} from "../src/index.ts";
import {formatEntries} from "./count-entries.ts";
import {formatCounted} from "./format-value.ts";
import "./lb-failure.ts";
import {offerUndo} from "./lb-undo-toast.ts";
import {baseStyles, controlStyles} from "./styles.ts";

/** What can be done with a pack as it stands: add it, with or without its sample entries, update it, remove the samples. */
export class LbPackActions extends LitElement {
  static override styles = [
    baseStyles,
    controlStyles,
    css`
      :host {
        display: block;
      }
    `
  ];
  static override properties = {
    workspace: {attribute: false},
    state: {attribute: false},
    busy: {state: true},
    failure: {state: true}
  };

  declare workspace: Workspace;
  declare state: PackState;
  /** What is being done; "" while nothing is. */
  declare protected busy: string;
  declare protected failure: unknown;

  constructor() {
    super();
    this.busy = "";
  }

  async #run(busy: string, work: () => Promise<void>): Promise<void> {
    if (this.busy !== "") return;
    this.busy = busy;
    this.failure = undefined;
    try {
      await work();
    } catch (error) {
      this.failure = error;
    } finally {
      this.busy = "";
    }
  }

  #add(samples: boolean): Promise<void> {
    const {workspace, state} = this;
    const {name, label} = state.pack;
    return this.#run("Adding …", async () => {
      const {types, entries, group} = await workspace.packs.add(name, {samples});
      const what =
        group === null
          ? "nothing new"
          : `${formatCounted(types, "type")}, ${formatEntries(entries)}`;
      offerUndo({store: workspace.store, groups: [group], message: `${label} added: ${what}`});
    });
  }

  #removeSamples(): Promise<void> {
    const {workspace, state} = this;
    return this.#run("Removing …", async () => {
      const {entries, group} = await workspace.packs.removeSamples(state.pack.name);
      const message = `${formatEntries(entries, "sample")} removed`;
      offerUndo({store: workspace.store, groups: [group], message});
    });
  }

  override render(): TemplateResult {
    const {state, busy} = this;
    const {pack, version, isWhole, samples} = state;
    const isNew = version === undefined || !isWhole;
    const isOld = version !== undefined && version < pack.version;
    const button = (
      label: string,
      look: string,
      isShown: boolean,
      work: () => Promise<void>
    ): TemplateResult | typeof nothing =>
      isShown
        ? html`<button class=${look} ?disabled=${busy !== ""} @click=${work}>${label}</button>`
        : nothing;
    const hasSamples = pack.entries.length > 0;
    return html`<div class="row">
        ${button("Add with sample entries", "primary", isNew && hasSamples, () => this.#add(true))}
        ${button("Add", hasSamples ? "" : "primary", isNew, () => this.#add(false))}
        ${button(`Update to version ${pack.version}`, "primary", isOld && !isNew, () => this.#add(false))}
        ${button("Add sample entries", "", !isNew && hasSamples && samples === 0, () => this.#add(true))}
        ${button(`Remove ${formatEntries(samples, "sample")}`, "", samples > 0, () => this.#removeSamples())}
        <span class="muted" role="status">${busy}</span>
      </div>
      ${
        this.failure === undefined
          ? nothing
          : html`<lb-failure
              what=${`${pack.label} was not changed.`}
              .error=${this.failure}
            ></lb-failure>`
      }`;
  }
}

customElements.define("lb-pack-actions", LbPackActions);

declare global {
  interface HTMLElementTagNameMap {
    "lb-pack-actions": LbPackActions;
  }
}
