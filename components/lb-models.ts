import type {TemplateResult} from "lit";
import {css, html, nothing} from "lit";
import type {CollectionState, ModelCheck, ModelFacts, Workspace} from "../src/index.ts";
import {formatBytes, formatCount} from "./format-value.ts";
import "./lb-failure.ts";
import {LongWork} from "./long-work.ts";
import {sectionStyles} from "./section-styles.ts";
import {baseStyles, controlStyles, tableStyles} from "./styles.ts";
import {WorkspaceElement} from "./workspace-element.ts";

const LANGUAGE_NAMES = new Intl.DisplayNames(["en"], {type: "language", fallback: "code"});

/** The embedding models that are installed: what each is, how well it does, which is in use. */
export class LbModels extends WorkspaceElement {
  static override styles = [
    baseStyles,
    controlStyles,
    tableStyles,
    sectionStyles,
    css`
      :host {
        display: block;
      }
      section {
        margin-bottom: var(--lb-6);
      }
      p {
        max-width: 72ch;
        margin: var(--lb-2) 0;
      }
      td.number,
      th.number {
        text-align: right;
      }
      tbody th {
        position: static;
        color: var(--lb-text);
      }
      .problem {
        color: var(--lb-danger);
      }
      pre {
        overflow-x: auto;
        padding: var(--lb-2);
        background: var(--lb-bg-hover);
        border-radius: var(--lb-radius);
      }
    `
  ];
  static override properties = {
    ...WorkspaceElement.properties,
    checks: {state: true},
    change: {state: true}
  };

  declare protected checks: ReadonlyMap<string, ModelCheck>;
  /** What a change of the model costs, once there was one. */
  declare protected change: string | undefined;
  readonly #work = new LongWork(this);

  constructor() {
    super();
    this.checks = new Map();
  }

  async #use(workspace: Workspace, name: string): Promise<void> {
    const words = {what: `Opening ${name}`, failed: `${name} cannot be used`, canRetry: true};
    await this.#work.run(words, async ({onProgress}) => {
      const former = workspace.model;
      await workspace.setModel(name);
      try {
        await workspace.embedder();
      } catch (error) {
        await workspace.setModel(former);
        throw error;
      }
      onProgress(0, 0, "Counting the texts");
      this.change = toChangeWords(name, await workspace.meaning.collections());
      workspace.meaning.queue.start();
    });
  }

  async #check(workspace: Workspace, names: readonly string[]): Promise<void> {
    const words = {what: "Checking", noun: "models", failed: "The check failed", canRetry: true};
    await this.#work.run(words, async ({signal, onProgress}) => {
      const failures: unknown[] = [];
      for (const [i, name] of names.entries()) {
        onProgress(i, names.length, `Checking ${name}`);
        try {
          const check = await workspace.embedding.check(name, {signal});
          this.checks = new Map(this.checks).set(name, check);
        } catch (error) {
          signal.throwIfAborted();
          failures.push(error); // the others can be checked all the same
        }
      }
      if (failures.length > 0) throw failures[0];
    });
  }

  protected override renderWorkspace(workspace: Workspace): TemplateResult {
    const {models, embedding} = workspace;
    const whole = models.filter((name) => isWhole(embedding.facts(name)));
    return html`<section aria-labelledby="installed">
        <header>
          <h2 id="installed">Installed models</h2>
          ${
            whole.length > 1
              ? html`<button class="quiet" @click=${() => void this.#check(workspace, whole)}>
                  Check all
                </button>`
              : nothing
          }
        </header>
        ${models.length === 0 ? html`<p>There is none: add one as below.</p>` : this.#renderTable(workspace)}
        ${this.#work.render()}
        ${this.change === undefined ? nothing : html`<p role="status">${this.change}</p>`}
        <p class="muted">
          A model turns texts into vectors, on this machine. The check orders some 70 pairs of
          sentences that we made by likeness, and compares with people's order: 1 is the same, 0
          none. It tells whether a model knows a language, not good from better.
        </p>
      </section>
      ${renderAdding()}`;
  }

  #renderTable(workspace: Workspace): TemplateResult {
    return html`<div class="scroll" tabindex="0" role="region" aria-label="List of models">
      <table>
        <thead>
          <tr>
            <th scope="col">Model</th>
            <th scope="col">Use</th>
            <th scope="col" class="number">Size</th>
            <th scope="col" class="number">Dimensions</th>
            <th scope="col">Languages</th>
            <th scope="col">Licence</th>
            <th scope="col">Computed by</th>
            <th scope="col">Check</th>
          </tr>
        </thead>
        <tbody>
          ${workspace.models.map((name) => this.#renderModel(workspace, name))}
        </tbody>
      </table>
    </div>`;
  }

  #renderModel(workspace: Workspace, name: string): TemplateResult {
    const facts = workspace.embedding.facts(name);
    const check = this.checks.get(name);
    return html`<tr>
      <th scope="row">${name}</th>
      <td>${this.#renderUse(workspace, name, facts)}</td>
      <td class="number">${facts ? formatBytes(facts.bytes) : nothing}</td>
      <td class="number">${facts?.dimensions == null ? nothing : formatCount(facts.dimensions)}</td>
      <td>
        ${facts?.languages.map((code) => LANGUAGE_NAMES.of(code)).join(", ") || html`<span class="null">not said</span>`}
      </td>
      <td>${facts?.licence ?? html`<span class="null">not said</span>`}</td>
      <td title=${check?.backend?.why ?? ""}>${toRuntimeWords(facts, check)}</td>
      <td>${isWhole(facts) ? this.#renderCheck(workspace, name, check) : nothing}</td>
    </tr>`;
  }

  #renderCheck(workspace: Workspace, name: string, check: ModelCheck | undefined): TemplateResult {
    if (check)
      return html`<span title=${toPartWords(check)}
        >${check.all.score.toFixed(2)} <span class="muted">${toPartWords(check)}</span></span
      >`;
    return html`<button
      aria-label=${`Check ${name}`}
      @click=${() => void this.#check(workspace, [name])}
    >
      Check
    </button>`;
  }

  #renderUse(
    workspace: Workspace,
    name: string,
    facts: ModelFacts | undefined
  ): TemplateResult | string {
    if (facts && !isWhole(facts))
      return html`<span class="problem">lacks ${facts.missing.join(", ")}</span>`;
    if (name === workspace.model) return "in use";
    if (workspace.storeFailure !== undefined) return "";
    return html`<button aria-label=${`Use ${name}`} @click=${() => void this.#use(workspace, name)}>
      Use
    </button>`;
  }
}

/** Whether no file of a model is known to be missing. */
function isWhole(facts: ModelFacts | undefined): boolean {
  return facts === undefined || facts.missing.length === 0;
}

function toChangeWords(model: string, states: readonly CollectionState[]): string {
  const chosen = states.filter(({isChosen}) => isChosen);
  const left = chosen.reduce((sum, {texts, rows, embedded}) => {
    // before they were read there are at most as many texts as rows
    return sum + Math.max(0, (texts ?? rows ?? 0) - embedded);
  }, 0);
  if (left === 0) return `${model} is in use; nothing must be embedded again.`;
  const isSure = chosen.every(({texts}) => texts !== undefined);
  return `${model} is in use; ${isSure ? "" : "up to "}${formatCount(left)} texts must be embedded again, which has begun.`;
}

function toRuntimeWords(facts: ModelFacts | undefined, check: ModelCheck | undefined): string {
  const name = check?.backend?.name;
  if (name === "static" || facts?.isStatic) return "look-up";
  if (name === "webgpu") return "graphics card";
  if (name === "wasm-threads") return "runtime, threads";
  return "runtime";
}

function toPartWords({parts}: ModelCheck): string {
  return parts.map(({label, score}) => `${label} ${score.toFixed(2)}`).join(" · ");
}

function renderAdding(): TemplateResult {
  return html`<section aria-labelledby="adding">
    <header><h2 id="adding">Add a model</h2></header>
    <p>
      Where there is Internet, this fetches one from the hub, checks it and puts it into
      <code>data/models</code>; a folder on this machine will do too. Then start Lakebook again.
    </p>
    <pre tabindex="0" role="region" aria-label="Commands">
npm run model -- Xenova/all-MiniLM-L6-v2
npm run model -- ../models/my-model</pre>
  </section>`;
}

customElements.define("lb-models", LbModels);

declare global {
  interface HTMLElementTagNameMap {
    "lb-models": LbModels;
  }
}
