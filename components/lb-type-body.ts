import type {TemplateResult} from "lit";
import {LitElement, css, html} from "lit";
import type {EdgeKind, EntryType, QueryResult, Store} from "../src/index.ts";
import {checkExpression, toLabel} from "../src/index.ts";
import type {FieldEditEvent} from "./field-edit-event.ts";
import type {FieldChangeEvent} from "./form-events.ts";
import "./lb-kind-editor.ts";
import type {LbKindEditor} from "./lb-kind-editor.ts";
import "./lb-type-fields.ts";
import "./lb-type-head.ts";
import type {LbTypeHead} from "./lb-type-head.ts";
import "./lb-type-inherited.ts";
import {baseStyles} from "./styles.ts";
import type {InheritedField, SqlProblem, TypeContext} from "./type-context.ts";
import {toFieldChoices, toInherited, toWhole} from "./type-context.ts";
import {editFields} from "./type-draft-edit.ts";
import type {TypeDraft} from "./type-draft.ts";

/** Somebody changes a draft. */
export class DraftEvent extends Event {
  readonly change: (draft: TypeDraft) => TypeDraft;

  constructor(change: DraftEvent["change"]) {
    super("lb-draft");
    this.change = change;
  }
}

/**
 * What makes up a type: its names and rules, the fields that it inherits, its own.
 *
 * @fires lb-draft - with a change of the draft
 */
export class LbTypeBody extends LitElement {
  static override styles = [
    baseStyles,
    css`
      :host {
        display: grid;
        gap: var(--lb-3);
        align-content: start;
        min-width: 0;
      }
    `
  ];
  static override properties = {
    store: {attribute: false},
    query: {attribute: false},
    draft: {attribute: false},
    type: {attribute: false},
    types: {attribute: false},
    kinds: {attribute: false}
  };

  declare store: Store;
  /** Runs SQL, so that expressions can be tried; without it they are not. */
  declare query: ((sql: string) => Promise<QueryResult>) | undefined;
  declare draft: TypeDraft;
  /** The type that the draft was last. */
  declare type: EntryType | undefined;
  declare types: readonly EntryType[];
  declare kinds: readonly EdgeKind[];

  constructor() {
    super();
    this.types = [];
    this.kinds = [];
  }

  override focus(): void {
    void this.updateComplete.then(() =>
      this.renderRoot.querySelector<LbTypeHead>("lb-type-head")?.focus()
    );
  }

  #change(change: DraftEvent["change"]): void {
    this.dispatchEvent(new DraftEvent(change));
  }

  #toContext(inherited: readonly InheritedField[]): TypeContext {
    const {draft, query, types, kinds} = this;
    return {
      types,
      kinds,
      type: draft.former?.name ?? this.type?.name ?? "",
      fields: toFieldChoices(draft.fields, inherited, toLabel),
      checkSql: query && ((sql) => this.#checkSql(query, sql)),
      makeKind: () => this.renderRoot.querySelector<LbKindEditor>("lb-kind-editor")!.open()
    };
  }

  async #checkSql(
    query: NonNullable<LbTypeBody["query"]>,
    sql: string
  ): Promise<SqlProblem | undefined> {
    return this.type && checkExpression(query, sql, toWhole(this.type, this.types));
  }

  override render(): TemplateResult {
    const {store, draft, types} = this;
    const inherited = toInherited(draft, types);
    const taken = inherited.map(({name}) => name);
    const context = this.#toContext(inherited);
    return html`<lb-type-head
        .draft=${draft}
        .context=${context}
        @lb-change=${({value}: FieldChangeEvent) =>
          this.#change((now) => ({...now, ...(value as Partial<TypeDraft>)}))}
      ></lb-type-head>
      <section aria-labelledby="fields-heading">
        <h2 id="fields-heading">Fields</h2>
        <lb-type-inherited
          .fields=${inherited}
          .own=${draft.fields.map(({name}) => name)}
        ></lb-type-inherited>
        <lb-type-fields
          .fields=${draft.fields}
          .context=${context}
          @lb-field-edit=${({edit}: FieldEditEvent) =>
            this.#change((now) => editFields(now, edit, taken))}
        ></lb-type-fields>
      </section>
      <lb-kind-editor .store=${store} .types=${types}></lb-kind-editor>`;
  }
}

customElements.define("lb-type-body", LbTypeBody);

declare global {
  interface HTMLElementTagNameMap {
    "lb-type-body": LbTypeBody;
  }
  interface HTMLElementEventMap {
    "lb-draft": DraftEvent;
  }
}
