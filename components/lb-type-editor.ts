import type {PropertyValues, TemplateResult} from "lit";
import {LitElement, html, nothing} from "lit";
import type {EdgeKind, EntryType, QueryResult, Store} from "../src/index.ts";
import {checkExpression, toLabel, toMessage} from "../src/index.ts";
import type {FieldEditEvent} from "./field-edit-event.ts";
import {Follow} from "./follow.ts";
import type {FieldChangeEvent} from "./form-events.ts";
import "./lb-failure.ts";
import "./lb-kind-editor.ts";
import type {LbKindEditor} from "./lb-kind-editor.ts";
import "./lb-progress.ts";
import "./lb-type-fields.ts";
import "./lb-type-head.ts";
import type {LbTypeHead} from "./lb-type-head.ts";
import "./lb-type-inherited.ts";
import "./lb-type-json.ts";
import type {TypeFileEvent} from "./lb-type-json.ts";
import "./lb-type-losses.ts";
import "./lb-type-preview.ts";
import {baseStyles, controlStyles} from "./styles.ts";
import {renderTabs, tabStyles} from "./tabs.ts";
import type {InheritedField, SqlProblem, TypeContext} from "./type-context.ts";
import {toFieldChoices, toInherited, toWhole} from "./type-context.ts";
import {editFields, toRenames, withSchema} from "./type-draft-edit.ts";
import type {TypeDraft} from "./type-draft.ts";
import {createTypeDraft, fromTypeDraft, toTypeDraft} from "./type-draft.ts";
import {editorStyles} from "./type-editor-styles.ts";
import {TypeSaving} from "./type-saving.ts";

/** From this width on, the preview stands beside the fields. */
const WIDE_PX = 900;

const EDIT = {name: "edit", label: "Fields"} as const;
const BESIDE = [
  {name: "preview", label: "Preview"},
  {name: "json", label: "JSON Schema"}
] as const;
type TabName = (typeof BESIDE)[number]["name"] | (typeof EDIT)["name"];

/** A type was saved. */
export class TypeSavedEvent extends Event {
  readonly entryType: EntryType;

  constructor(type: EntryType) {
    super("lb-type-saved");
    this.entryType = type;
  }
}

/** The type of a draft, or why it is none yet. */
interface Outcome {
  readonly type?: EntryType;
  readonly problem?: string;
}

/**
 * Sets up an entry type, a new one or one that is there, with a preview of its form and its JSON Schema beside. Before
 * values would no longer fit, it says so; none is ever lost.
 *
 * @fires lb-type-saved - with the type as it is now
 * @fires lb-cancel - somebody has had enough
 */
export class LbTypeEditor extends LitElement {
  static override styles = [baseStyles, controlStyles, tabStyles, editorStyles];
  static override properties = {
    store: {attribute: false},
    type: {attribute: false},
    query: {attribute: false},
    draft: {state: true},
    tab: {state: true},
    isWide: {state: true},
    said: {state: true}
  };

  declare store: Store;
  /** The type that is changed; undefined for a new one. */
  declare type: EntryType | undefined;
  /** Runs SQL, so that expressions can be tried; without it they are not. */
  declare query: ((sql: string) => Promise<QueryResult>) | undefined;
  declare protected draft: TypeDraft;
  declare protected tab: TabName;
  declare protected isWide: boolean;
  declare protected said: string;
  readonly #known = new Follow<{types: EntryType[]; kinds: EdgeKind[]}>(this);
  readonly #saving = new TypeSaving(this, (type) => this.#onSaved(type));
  // in the next frame: what is drawn anew changes sizes again
  readonly #size = new ResizeObserver(([entry]) =>
    requestAnimationFrame(() => (this.isWide = entry!.contentRect.width >= WIDE_PX))
  );
  /** The draft as it was begun with. */
  #start: TypeDraft;
  #outcome: Outcome = {};
  /** The last draft that was a type: the preview and the JSON show it while this one is none. */
  #shown: EntryType | undefined;

  constructor() {
    super();
    this.#start = this.draft = createTypeDraft();
    this.tab = "edit";
    this.isWide = true;
    this.said = "";
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#size.observe(this);
  }

  override disconnectedCallback(): void {
    this.#size.disconnect();
    super.disconnectedCallback();
  }

  /** True where something was changed that is not saved. */
  get isDirty(): boolean {
    return this.draft !== this.#start;
  }

  /** Begins anew with a draft. */
  begin(draft: TypeDraft): void {
    this.draft = this.#start = draft;
    this.#saving.reset();
    this.#shown = undefined;
    this.said = "";
    this.tab = "edit";
  }

  /** Changes the draft as somebody's hand would. */
  edit(change: (draft: TypeDraft) => TypeDraft): void {
    this.draft = change(this.draft);
    this.said = "";
    if (this.#saving.losses) this.#saving.reset();
  }

  /** Saves as the button does: where values would no longer fit, it asks first. */
  save(): Promise<void> {
    return this.#saving.save(this.store, this.draft);
  }

  override focus(): void {
    void this.updateComplete.then(() =>
      this.renderRoot.querySelector<LbTypeHead>("lb-type-head")?.focus()
    );
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    const {store, type, draft} = this;
    if (!store) return;
    this.#known.follow(store, () =>
      store.live(async () => ({types: await store.types.list(), kinds: await store.kinds.list()}))
    );
    // a newer version is taken over, unless somebody is at work on the one before
    const isNewer = type?.version !== draft.former?.version && !this.isDirty;
    if (changed.has("type") && (type?.name !== draft.former?.name || isNewer))
      this.begin(type ? toTypeDraft(type) : createTypeDraft());
    this.#outcome = this.#read();
    this.#shown = this.#outcome.type ?? this.#shown;
  }

  #read(): Outcome {
    try {
      return {type: fromTypeDraft(this.draft, new Set(this.#types().map(({name}) => name)))};
    } catch (error) {
      return {problem: toMessage(error)};
    }
  }

  #types(): readonly EntryType[] {
    return this.#known.value?.types ?? [];
  }

  #onSaved(type: EntryType): void {
    this.begin(toTypeDraft(type));
    this.said = "Saved.";
    this.dispatchEvent(new TypeSavedEvent(type));
  }

  #toContext(inherited: readonly InheritedField[]): TypeContext {
    const {draft, query} = this;
    return {
      types: this.#types(),
      kinds: this.#known.value?.kinds ?? [],
      type: draft.former?.name ?? this.#outcome.type?.name ?? "",
      fields: toFieldChoices(draft.fields, inherited, toLabel),
      checkSql: query && ((sql) => this.#checkSql(query, sql)),
      makeKind: () => this.renderRoot.querySelector<LbKindEditor>("lb-kind-editor")!.open()
    };
  }

  async #checkSql(
    query: NonNullable<LbTypeEditor["query"]>,
    sql: string
  ): Promise<SqlProblem | undefined> {
    const type = this.#outcome.type ?? this.#shown;
    return type && checkExpression(query, sql, toWhole(type, this.#types()));
  }

  #onKeydown(event: KeyboardEvent): void {
    const isSave = event.key === "s" && (event.ctrlKey || event.metaKey);
    const target = event.composedPath()[0];
    const isEnter =
      event.key === "Enter" && target instanceof HTMLInputElement && target.type === "text";
    if ((!isSave && !isEnter) || event.isComposing || event.defaultPrevented) return;
    event.preventDefault();
    void this.save();
  }

  /** A file says what the type is from now on; a type that is there keeps its name. */
  #onFile({entryType}: TypeFileEvent): void {
    this.edit((draft) => {
      if (!draft.former) return toTypeDraft(entryType, {isNew: true});
      const {schema, fields} = withSchema(draft, entryType.schema);
      return {...toTypeDraft(entryType), former: draft.former, schema, fields};
    });
  }

  #renderEdit(): TemplateResult {
    const {draft} = this;
    const inherited = toInherited(draft, this.#types());
    const taken = inherited.map(({name}) => name);
    const context = this.#toContext(inherited);
    return html`<div class="edit">
      <lb-type-head
        .draft=${draft}
        .context=${context}
        @lb-change=${({value}: FieldChangeEvent) =>
          this.edit((now) => ({...now, ...(value as Partial<TypeDraft>)}))}
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
            this.edit((now) => editFields(now, edit, taken))}
        ></lb-type-fields>
      </section>
    </div>`;
  }

  #renderPanel(name: TabName): TemplateResult {
    const shown = this.#shown;
    if (name === "edit") return this.#renderEdit();
    if (name === "preview")
      return html`<lb-type-preview
        .type=${shown && toWhole(shown, this.#types())}
        .problem=${this.#outcome.problem ?? ""}
      ></lb-type-preview>`;
    return html`<lb-type-json
      .schema=${shown?.schema ?? this.draft.schema}
      .entryType=${this.#outcome.type}
      @lb-change=${({value}: FieldChangeEvent) =>
        this.edit((draft) => withSchema(draft, value as EntryType["schema"]))}
      @lb-type-file=${this.#onFile}
    ></lb-type-json>`;
  }

  #renderFoot(): TemplateResult {
    const {store, draft} = this;
    const {checking, losses, failure, busy} = this.#saving;
    return html`${
        checking
          ? html`<lb-progress
              what="Looking at the entries"
              noun="entries"
              .done=${checking.done}
              .total=${checking.total}
              @lb-stop=${() => checking.stop()}
            ></lb-progress>`
          : nothing
      }
      ${
        losses
          ? html`<lb-type-losses
              .report=${losses.report}
              .renames=${toRenames(draft)}
              ?busy=${busy}
              @lb-change=${({value}: FieldChangeEvent) =>
                void this.#saving.saveAnyway(store, draft, value as readonly string[])}
              @lb-cancel=${() => this.#saving.reset()}
            ></lb-type-losses>`
          : nothing
      }
      ${
        failure === undefined
          ? nothing
          : html`<lb-failure .error=${failure} .what=${"The type is not saved"}></lb-failure>`
      }
      <div class="row buttons">
        <button type="button" class="primary" ?disabled=${busy} @click=${() => this.save()}>
          ${draft.former ? "Save type" : "Make type"}
        </button>
        <button type="button" @click=${() => this.dispatchEvent(new Event("lb-cancel"))}>
          Cancel
        </button>
        <span class="muted" role="status">${this.said}</span>
      </div>`;
  }

  override render(): TemplateResult {
    const {isWide, tab} = this;
    const current = isWide && tab === "edit" ? "preview" : tab;
    const tabs = isWide ? BESIDE : [EDIT, ...BESIDE];
    return html`<div @keydown=${this.#onKeydown}>
        <div class="columns ${isWide ? "wide" : ""}">
          ${isWide ? this.#renderEdit() : nothing}
          <div class="beside">
            ${renderTabs<TabName>("Views of the type", tabs, current, (name) => (this.tab = name))}
            <div role="tabpanel" id="panel" aria-labelledby="tab-${current}">
              ${this.#renderPanel(current)}
            </div>
          </div>
        </div>
        ${this.#renderFoot()}
      </div>
      <lb-kind-editor .store=${this.store} .types=${this.#types()}></lb-kind-editor>`;
  }
}

customElements.define("lb-type-editor", LbTypeEditor);

declare global {
  interface HTMLElementTagNameMap {
    "lb-type-editor": LbTypeEditor;
  }
  interface HTMLElementEventMap {
    "lb-type-saved": TypeSavedEvent;
  }
}
