import type {TemplateResult} from "lit";
import {css, html, nothing} from "lit";
import type {
  EdgeKind,
  EntryType,
  Store,
  Suggestion,
  SuggestionKind,
  SuggestionPage,
  SuggestionQuery,
  SuggestionStatus,
  Workspace
} from "../src/index.ts";
import {Attempt} from "./attempt.ts";
import {countPages} from "./count-pages.ts";
import type {EndView} from "./end-views.ts";
import {readEndViews} from "./end-views.ts";
import {Follow} from "./follow.ts";
import {formatCount} from "./format-value.ts";
import "./lb-merge-dialog.ts";
import "./lb-pager.ts";
import type {PageEvent} from "./lb-pager.ts";
import "./lb-propose.ts";
import "./lb-review-bulk.ts";
import "./lb-review-list.ts";
import type {ChooseEvent, DecideEvent} from "./lb-review-list.ts";
import {offerUndo} from "./lb-undo-toast.ts";
import {decide, toOffer} from "./review-decide.ts";
import {renderTabs, tabStyles} from "./tabs.ts";
import {emptyStyles} from "./styles.ts";
import {WorkspaceElement} from "./workspace-element.ts";

const PAGE_SIZE = 10;

const STATUSES: readonly (readonly [SuggestionStatus, string])[] = [
  ["open", "Open"],
  ["later", "Later"],
  ["accepted", "Accepted"],
  ["rejected", "Rejected"]
];

const KINDS: readonly (readonly [SuggestionKind, string])[] = [
  ["edge", "Edges"],
  ["duplicate", "Duplicates"],
  ["tag", "Tags"]
];

interface Shown extends SuggestionPage {
  readonly counts: ReadonlyMap<SuggestionStatus, number>;
  readonly ends: ReadonlyMap<string, EndView>;
  readonly kinds: ReadonlyMap<string, EdgeKind>;
  readonly types: ReadonlyMap<string, EntryType>;
}

/** The review page: what the machine proposes, the surest first, to accept, reject or put off; what was decided, too. */
export class LbReview extends WorkspaceElement {
  static override styles = [
    ...WorkspaceElement.styles,
    emptyStyles,
    tabStyles,
    css`
      :host {
        display: block;
        max-width: 1100px;
      }
      .tools,
      lb-review-bulk {
        margin: var(--lb-2) 0;
      }
      .pending {
        opacity: 0.6;
      }
    `
  ];
  static override properties = {
    ...WorkspaceElement.properties,
    status: {state: true},
    kind: {state: true},
    method: {state: true},
    page: {state: true}
  };

  declare protected status: SuggestionStatus;
  declare protected kind: SuggestionKind | undefined;
  declare protected method: string | undefined;
  declare protected page: number;
  readonly #attempt = new Attempt(this);
  readonly #shown = new Follow<Shown>(this, ({total}) => {
    this.page = Math.min(this.page, countPages(total, PAGE_SIZE));
  });

  constructor() {
    super();
    this.status = "open";
    this.page = 1;
  }

  override willUpdate(): void {
    const store = this.workspace?.storeFailure ? undefined : this.workspace?.store;
    if (!store) return;
    const query = this.#toQuery();
    this.#shown.follow(JSON.stringify(query), () => store.live(() => readShown(store, query)));
  }

  #toQuery(): SuggestionQuery {
    const {status, kind, method, page} = this;
    return {
      status,
      ...(kind && {kind}),
      ...(method !== undefined && {method}),
      offset: (page - 1) * PAGE_SIZE,
      limit: PAGE_SIZE
    };
  }

  async #decide(store: Store, {suggestion, status, keep}: DecideEvent): Promise<void> {
    await this.#attempt.runAlone("It is still open", async () => {
      const decision = await decide(store, [suggestion], status, keep === undefined ? {} : {keep});
      offerUndo(toOffer(store, decision, status));
    });
  }

  /** Asks field by field; the merge and the decision are one write. */
  async #choose({ends, types}: Shown, {id, ends: [first, second]}: Suggestion): Promise<void> {
    const {store} = this.workspace!;
    const [kept, other] = [ends.get(first!)?.entry, ends.get(second!)?.entry];
    if (!kept || !other) return;
    const dialog = this.renderRoot.querySelector("lb-merge-dialog")!;
    dialog.write = async (entry, patch) => {
      const merge = {keep: entry.id, ...patch};
      const group = await store.suggestions.decide([id], "accepted", {merge});
      return {entry: (await store.entries.get(entry.id)) ?? entry, group};
    };
    await dialog.open(kept, other, types.get(kept.type));
  }

  #renderTools({methods}: Shown): TemplateResult {
    const pick =
      (name: "kind" | "method") =>
      (event: Event): void => {
        const value = (event.target as HTMLSelectElement).value || undefined;
        if (name === "kind") {
          this.kind = value as SuggestionKind | undefined;
          this.method = undefined;
        } else this.method = value;
        this.page = 1;
      };
    return html`<div class="row tools">
      <select aria-label="What is suggested" @change=${pick("kind")}>
        <option value="">Edges, duplicates, tags</option>
        ${KINDS.map(
          ([kind, label]) =>
            html`<option value=${kind} ?selected=${kind === this.kind}>${label}</option>`
        )}
      </select>
      <select aria-label="Method" @change=${pick("method")}>
        <option value="" ?selected=${this.method === undefined}>All methods</option>
        ${[...methods].map(
          ([method, count]) =>
            html`<option value=${method} ?selected=${method === this.method}>
              ${method} ${formatCount(count)}
            </option>`
        )}
      </select>
      <span class="muted">y accepts, n rejects, l puts off, j and k move</span>
    </div>`;
  }

  #renderEmpty(workspace: Workspace): TemplateResult {
    const words = {
      open: "There is nothing to review.",
      later: "Nothing was put off.",
      accepted: "Nothing was accepted yet.",
      rejected: "Nothing was rejected yet."
    };
    return html`<div class="empty">
      <p>
        ${words[this.status]}
        ${
          this.status === "open"
            ? html`Suggestions come from what your entries hold:
              ${workspace.proposers.map(({what}) => what).join("; ")}. Nothing changes before you
              accept it.`
            : nothing
        }
      </p>
    </div>`;
  }

  #renderList(workspace: Workspace, shown: Shown): TemplateResult {
    const {store} = workspace;
    const {suggestions, ends, kinds, types, total} = shown;
    if (total === 0) return this.#renderEmpty(workspace);
    return html`${
        this.status === "open"
          ? html`<lb-review-bulk
              .store=${store}
              .query=${this.#toQuery()}
              .kinds=${kinds}
              .types=${types}
            ></lb-review-bulk>`
          : nothing
      }<lb-review-list
        class=${this.#shown.isPending ? "pending" : ""}
        .workspace=${workspace}
        .suggestions=${suggestions}
        .ends=${ends}
        .kinds=${kinds}
        .types=${types}
        .busy=${this.#attempt.isRunning}
        @lb-decide=${(event: DecideEvent) => this.#decide(store, event)}
        @lb-choose=${({suggestion}: ChooseEvent) => this.#choose(shown, suggestion)}
      ></lb-review-list
      ><lb-pager
        noun=${total === 1 ? "suggestion" : "suggestions"}
        .page=${this.page}
        .total=${total}
        .size=${PAGE_SIZE}
        @lb-page=${({page}: PageEvent) => (this.page = page)}
      ></lb-pager
      ><lb-merge-dialog .store=${store}></lb-merge-dialog>`;
  }

  #renderShown(workspace: Workspace, shown: Shown): TemplateResult {
    const tabs = STATUSES.map(([name, label]) => ({
      name,
      label: `${label} ${formatCount(shown.counts.get(name) ?? 0)}`
    }));
    return html`<h1 class="visually-hidden">Review</h1>
      ${renderTabs<SuggestionStatus>("Suggestions", tabs, this.status, (status) => {
        this.status = status;
        this.page = 1;
      })}
      <div role="tabpanel" id="panel" aria-labelledby="tab-${this.status}">
        ${this.#renderTools(shown)}
        ${
          this.status === "open"
            ? html`<lb-propose .proposers=${workspace.proposers}></lb-propose>`
            : nothing
        }
        ${this.#attempt.render()} ${this.#renderList(workspace, shown)}
      </div>`;
  }

  protected override renderWorkspace(workspace: Workspace): TemplateResult {
    if (workspace.storeFailure)
      return html`<lb-failure
        .error=${workspace.storeFailure}
        what="No suggestions are kept in this window"
      ></lb-failure>`;
    return this.#shown.render(
      {what: "Reading the suggestions", failed: "The suggestions cannot be read"},
      (shown) => this.#renderShown(workspace, shown)
    );
  }
}

async function readShown(store: Store, query: SuggestionQuery): Promise<Shown> {
  const page = await store.suggestions.page(query);
  const ends = await readEndViews(
    store,
    page.suggestions.flatMap((one) => one.ends)
  );
  return {
    ...page,
    ends,
    counts: await store.suggestions.countByStatus(),
    kinds: new Map((await store.kinds.list()).map((kind) => [kind.name, kind])),
    types: new Map((await store.types.list()).map((type) => [type.name, type]))
  };
}

customElements.define("lb-review", LbReview);

declare global {
  interface HTMLElementTagNameMap {
    "lb-review": LbReview;
  }
}
