import type {TemplateResult} from "lit";
import {css, html, nothing} from "lit";
import type {
  DuplicateJob,
  DuplicatePlan,
  DuplicateSearch,
  DuplicateSource,
  Workspace
} from "../src/index.ts";
import {isAbortError} from "../src/index.ts";
import {renderDrift} from "./duplicates-drift.ts";
import {Follow} from "./follow.ts";
import {formatAgo} from "./format-ago.ts";
import {formatCount, formatCounted} from "./format-value.ts";
import "./lb-duplicates-found.ts";
import "./lb-duplicates-plan.ts";
import "./lb-duplicates-start.ts";
import type {ForgetEvent, SourcesEvent} from "./lb-duplicates-start.ts";
import {toSearchName} from "./lb-duplicates-start.ts";
import {LongWork} from "./long-work.ts";
import {describeGroups} from "./match-words.ts";
import type {PlanEvent} from "./plan-event.ts";
import {readPageQuery, writePageQuery} from "./page-query.ts";
import {WorkspaceElement} from "./workspace-element.ts";

/** What is counted in steps that count something else than records. */
const STEP_NOUNS: Readonly<Record<string, string>> = {"bringing records together": "ways"};

/** The duplicates page: choose, plan, run, decide. */
export class LbDuplicates extends WorkspaceElement {
  static override styles = [
    ...WorkspaceElement.styles,
    css`
      :host {
        display: grid;
        gap: var(--lb-3);
      }
      header {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: var(--lb-2);
      }
      summary {
        cursor: pointer;
        min-height: var(--lb-control);
      }
      details > lb-duplicates-plan {
        margin-top: var(--lb-2);
      }
      .ran,
      .drift {
        max-width: 96ch;
      }
      .drift ul {
        margin: 0 0 var(--lb-2);
        padding-left: var(--lb-4);
      }
    `
  ];
  static override properties = {
    ...WorkspaceElement.properties,
    sources: {state: true},
    jobs: {state: true},
    search: {state: true},
    version: {state: true}
  };

  declare protected sources: readonly DuplicateSource[] | undefined;
  declare protected jobs: readonly DuplicateJob[];
  declare protected search: DuplicateSearch | undefined;
  /** Counts up when the search has changed. */
  declare protected version: number;
  readonly #work = new LongWork(this);
  /** What is decided or undone elsewhere is shown here too. */
  readonly #revision = new Follow<number>(this, () => void this.#refresh());
  #started: Workspace | undefined;

  constructor() {
    super();
    this.jobs = [];
    this.version = 0;
  }

  override willUpdate(): void {
    const {workspace} = this;
    if (!workspace || workspace.storeFailure) return;
    this.#revision.follow("revision", () =>
      workspace.store.live(() => workspace.store.history.revision())
    );
    if (this.#started === workspace) return;
    this.#started = workspace;
    void this.#start(workspace);
  }

  async #start(workspace: Workspace): Promise<void> {
    await this.#work.run(
      {what: "Reading what there is", failed: "The tables cannot be listed", canRetry: true},
      async () => {
        this.sources = await workspace.duplicates.sources();
        this.jobs = await workspace.duplicates.jobs();
      }
    );
    const first = readPageQuery("first");
    if (first !== undefined) await this.#open(first, readPageQuery("second"));
  }

  async #open(first: string, second?: string): Promise<void> {
    const {workspace} = this;
    if (!workspace) return;
    await this.#work.run(
      {what: "Reading the records", failed: "The records cannot be read", canRetry: true},
      async ({signal}) => {
        this.search = await workspace.duplicates.open(first, {second, signal});
        writePageQuery({first, second});
      }
    );
    await this.#keepFocus();
  }

  /** Whoever works by keyboard goes on where the button was that has gone. */
  async #keepFocus(): Promise<void> {
    await this.updateComplete;
    if (document.activeElement === document.body)
      this.renderRoot.querySelector<HTMLElement>(".run button")?.focus();
  }

  async #close(): Promise<void> {
    this.#work.stop();
    this.#work.forget();
    this.search = undefined;
    writePageQuery({first: undefined, second: undefined});
    await this.#work.run(
      {what: "Reading the searches", failed: "They cannot be listed"},
      async () => {
        this.jobs = (await this.workspace?.duplicates.jobs()) ?? [];
      }
    );
  }

  async #forget({job}: ForgetEvent): Promise<void> {
    const words = {what: "Forgetting a search", failed: "The search is not forgotten"};
    await this.#work.run(words, async () => {
      await this.workspace!.duplicates.remove(job.id);
      this.jobs = await this.workspace!.duplicates.jobs();
    });
  }

  async #refresh(): Promise<void> {
    if (!this.search || this.#work.isRunning) return;
    try {
      await this.search.refresh();
    } catch (error) {
      if (!isAbortError(error)) this.failure = error;
    }
    this.version += 1;
  }

  async #setPlan(search: DuplicateSearch, plan: DuplicatePlan): Promise<void> {
    await search.setPlan(plan);
    this.version += 1;
  }

  async #run(only: "all" | "fresh"): Promise<void> {
    const {search} = this;
    if (!search) return;
    await this.#work.run(
      {what: "Comparing", noun: "records", failed: "Nothing was found", canRetry: true},
      async ({signal, onProgress}) => {
        await search.run({
          only,
          signal,
          onProgress: (done, total, step) =>
            onProgress(
              done,
              total,
              step && toSentence(step),
              step && (STEP_NOUNS[step] ?? "records")
            )
        });
        this.version += 1;
      }
    );
    await this.#keepFocus();
  }

  #renderRun(search: DuplicateSearch): TemplateResult {
    if (this.#work.isRunning) return html`${this.#work.renderProgress()}`;
    const {ran} = search.job;
    const {fresh, unlearned} = search;
    const learn = unlearned > 0 && ran;
    return html`<div class="row run">
        <button class=${ran ? "" : "primary"} @click=${() => this.#run("all")}>
          ${ran ? "Run again" : "Find duplicates"}
        </button>
        ${
          learn
            ? html`<button class="primary" @click=${() => this.#run("all")}>
                Learn from ${formatCounted(unlearned, "decision")}
              </button>`
            : nothing
        }
        ${
          ran && search.canCompareFresh
            ? html`<button class="primary" @click=${() => this.#run("fresh")}>
                Compare ${formatCounted(fresh.length, "new or changed record")}
              </button>`
            : nothing
        }
      </div>
      ${
        ran
          ? html`<p class="muted ran" role="status">
              Last run ${formatAgo(ran.at)}: ${formatCount(ran.records)} records,
              ${formatCount(ran.compared)} pairs compared, ${formatCount(ran.pairs)} of them worth a
              look. The blocking is estimated to find ${Math.round(100 * ran.recall)} % of all
              matches.${ran.labels > 0 ? ` Learned from ${formatCounted(ran.labels, "decision")}.` : ""}
              ${describeGroups(search.job)}
            </p>`
          : nothing
      }`;
  }

  #renderSearch(workspace: Workspace, search: DuplicateSearch): TemplateResult {
    const {job, sides} = search;
    const {ran, plan} = job;
    const records = search.ends.length;
    const name = toSearchName(this.sources ?? [], job.first, job.second);
    return html`<header>
        <h1>Duplicates in ${name}</h1>
        <span class="muted">${formatCounted(records, "record")}</span>
        <button class="spread" @click=${() => this.#close()}>Choose another</button>
      </header>
      ${
        records < 2 || (sides.second && sides.second.ends.length === 0)
          ? html`<p>There are too few records to compare.</p>`
          : html`${renderDrift(
                search,
                (plan) => void this.#setPlan(search, plan),
                () => workspace.duplicates.guess(sides)
              )}
              <details ?open=${!ran}>
                <summary>
                  ${formatCounted(plan.columns.length, "column")} compared,
                  ${formatCounted(plan.blocking.length, "way")} to bring records together
                </summary>
                <lb-duplicates-plan
                  .search=${search}
                  .plan=${plan}
                  .isPaused=${this.#work.isRunning}
                  @lb-plan=${(event: PlanEvent) => this.#setPlan(search, event.plan)}
                ></lb-duplicates-plan>
              </details>
              ${this.#renderRun(search)} ${this.#work.renderFailure()}
              ${
                ran && !this.#work.isRunning
                  ? html`<lb-duplicates-found
                      .workspace=${workspace}
                      .search=${search}
                      .version=${this.version}
                    ></lb-duplicates-found>`
                  : nothing
              }`
      }`;
  }

  protected override renderWorkspace(workspace: Workspace): TemplateResult {
    if (workspace.storeFailure)
      return html`<lb-failure
        .error=${workspace.storeFailure}
        what="Decisions cannot be kept in this window"
      ></lb-failure>`;
    const {search, sources} = this;
    if (search) return this.#renderSearch(workspace, search);
    return html`<h1>Duplicates</h1>
      ${this.#work.render()}
      ${
        sources && !this.#work.isRunning
          ? html`<lb-duplicates-start
              .sources=${sources}
              .jobs=${this.jobs}
              @lb-sources=${({first, second}: SourcesEvent) => this.#open(first, second)}
              @lb-forget=${(event: ForgetEvent) => this.#forget(event)}
            ></lb-duplicates-start>`
          : nothing
      }`;
  }
}

function toSentence(step: string): string {
  return step.charAt(0).toUpperCase() + step.slice(1);
}

customElements.define("lb-duplicates", LbDuplicates);

declare global {
  interface HTMLElementTagNameMap {
    "lb-duplicates": LbDuplicates;
  }
}
