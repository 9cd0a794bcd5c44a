import type {PropertyValues, TemplateResult} from "lit";
import {LitElement, css, html, nothing} from "lit";
import type {Workspace} from "../src/index.ts";
import {Follow} from "./follow.ts";
import "./lb-failure.ts";
import {AskEvent} from "./lb-search-facets.ts";
import {readRecentSearches} from "./recent-searches.ts";
import type {SearchExample} from "./search-examples.ts";
import {toSearchExamples} from "./search-examples.ts";
import {SearchRun} from "./search-run.ts";
import {baseStyles, controlStyles} from "./styles.ts";

const EVERYTHING = "kind:row OR kind:entry OR kind:document";
/** Said apart too: where there is none of them, the query's words would find pages and commands. */
const KINDS = ["row", "entry", "document"] as const;

/**
 * What search is for, with queries that find something here, and those of before.
 *
 * @fires lb-ask - with the query that is wanted
 */
export class LbSearchStart extends LitElement {
  static override styles = [
    baseStyles,
    controlStyles,
    css`
      :host {
        display: grid;
        gap: var(--lb-3);
        max-width: 72ch;
        padding: var(--lb-3) 0;
      }
      ul {
        margin: var(--lb-1) 0 0;
        padding: 0;
        list-style: none;
      }
      li {
        display: flex;
        flex-wrap: wrap;
        gap: 0 var(--lb-2);
        align-items: center;
        padding: 2px 0;
      }
      li button {
        overflow: hidden;
        max-width: 100%;
        font-family: var(--lb-mono);
        font-size: var(--lb-size-table);
        text-overflow: ellipsis;
      }
    `
  ];
  static override properties = {workspace: {attribute: false}};

  declare workspace: Workspace;
  readonly #run = new SearchRun(this);
  readonly #recent = new Follow<readonly string[]>(this);

  protected override willUpdate(changed: PropertyValues): void {
    const {workspace} = this;
    if (changed.has("workspace"))
      void this.#run.start(workspace.finder, EVERYTHING, {
        mode: "lexical",
        limit: 5,
        kinds: KINDS
      });
    if (workspace.storeFailure) return;
    const {store} = workspace;
    this.#recent.follow(store, () => store.live(() => readRecentSearches(workspace)));
  }

  #renderQuery({text, what}: SearchExample): TemplateResult {
    return html`<li>
      <button @click=${() => this.dispatchEvent(new AskEvent(text))}>${text}</button>
      <span class="muted">${what}</span>
    </li>`;
  }

  override render(): TemplateResult {
    const {answer, isRunning} = this.#run;
    const examples = answer ? toSearchExamples(answer) : [];
    const {value: recent = []} = this.#recent;
    const error = this.#run.error ?? this.#recent.error;
    return html`<p>
        Search finds rows of tables, entries, documents, tables, pages and commands: by their words
        and by what they mean. Nothing of it leaves this machine.
      </p>
      ${
        error === undefined
          ? nothing
          : html`<lb-failure .error=${error} what="What there is cannot be read"></lb-failure>`
      }
      ${
        recent.length > 0
          ? html`<section>
              <h2>Lately</h2>
              <ul>
                ${recent.map((text) => this.#renderQuery({text, what: ""}))}
              </ul>
            </section>`
          : nothing
      }
      ${
        examples.length > 0
          ? html`<section>
              <h2>For example</h2>
              <ul>
                ${examples.map((example) => this.#renderQuery(example))}
              </ul>
            </section>`
          : nothing
      }
      ${
        answer?.total === 0 && !isRunning
          ? html`<p>
              There is no text yet. <a class="button" href="./import.html">Import files</a>
            </p>`
          : nothing
      }`;
  }
}

customElements.define("lb-search-start", LbSearchStart);

declare global {
  interface HTMLElementTagNameMap {
    "lb-search-start": LbSearchStart;
  }
}
