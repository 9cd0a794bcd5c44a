import type {PropertyValues, TemplateResult} from "lit";
import {LitElement, html, nothing} from "lit";
import type {EdgeKind, EntryType, QueryResult, Store} from "../src/index.ts";
import {toMessage} from "../src/index.ts";
import {Follow} from "./follow.ts";
import type {FieldChangeEvent} from "./form-events.ts";
import {readTypeDraft, writeTypeDraft} from "./kept-type-draft.ts";
import "./lb-type-body.ts";
import type {DraftEvent, LbTypeBody} from "./lb-type-body.ts";
import "./lb-type-json.ts";
import type {TypeFileEvent} from "./lb-type-json.ts";
import "./lb-type-preview.ts";
import {baseStyles, controlStyles} from "./styles.ts";
import {renderTabs, tabStyles} from "./tabs.ts";
import {toWhole} from "./type-context.ts";
import {toRenames, withSchema} from "./type-draft-edit.ts";
import type {TypeDraft} from "./type-draft.ts";
import {createTypeDraft, fromTypeDraft, toTypeDraft} from "./type-draft.ts";
import {editorStyles} from "./type-editor-styles.ts";
import {renderTypeFoot} from "./type-foot.ts";
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
    draftKey: {attribute: "draft-key"},
    draft: {state: true},
    tab: {state: true},
    isWide: {state: true},
    isBack: {state: true},
    said: {state: true}
  };

  declare store: Store;
  /** The type that is changed; undefined for a new one. */
  declare type: EntryType | undefined;
  /** Runs SQL, so that expressions can be tried; without it they are not. */
  declare query: ((sql: string) => Promise<QueryResult>) | undefined;
  /** The name under which what is typed survives a reload; "" where it need not. */
  declare draftKey: string;
  declare protected draft: TypeDraft;
  declare protected tab: TabName;
  declare protected isWide: boolean;
  /** True while the draft is one from before a reload. */
  declare protected isBack: boolean;
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
    this.draftKey = "";
    this.tab = "edit";
    this.isWide = true;
    this.isBack = false;
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
    this.isBack = false;
    this.#keep(undefined);
  }

  /** Changes the draft as somebody's hand would. */
  edit(change: (draft: TypeDraft) => TypeDraft): void {
    this.draft = change(this.draft);
    this.#keep(this.draft);
    this.said = "";
    if (this.#saving.losses) this.#saving.reset();
  }

  /** Saves as the button does: where values would no longer fit, it asks first. */
  save(): Promise<void> {
    return this.#saving.save(this.store, this.draft);
  }

  override focus(): void {
    void this.updateComplete.then(() =>
      this.renderRoot.querySelector<LbTypeBody>("lb-type-body")?.focus()
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
    const isOther = type?.name !== draft.former?.name || isNewer;
    if ((changed.has("type") && isOther) || changed.has("draftKey")) this.#open();
    this.#outcome = this.#read();
    this.#shown = this.#outcome.type ?? this.#shown;
  }

  /** Begins with the type as it is, or as it was left before a reload. */
  #open(): void {
    const kept = this.draftKey === "" ? undefined : readTypeDraft(this.draftKey);
    this.begin(this.type ? toTypeDraft(this.type) : createTypeDraft());
    if (!kept) return;
    this.draft = kept;
    this.isBack = true;
    this.#keep(kept);
  }

  #keep(draft: TypeDraft | undefined): void {
    if (this.draftKey !== "") writeTypeDraft(this.draftKey, draft);
  }

  #cancel(): void {
    this.#keep(undefined);
    this.dispatchEvent(new Event("lb-cancel"));
  }

  #startOver(): void {
    this.begin(this.type ? toTypeDraft(this.type) : createTypeDraft());
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
    return html`<lb-type-body
      .store=${this.store}
      .query=${this.query}
      .draft=${this.draft}
      .type=${this.#shown}
      .types=${this.#types()}
      .kinds=${this.#known.value?.kinds ?? []}
      @lb-draft=${({change}: DraftEvent) => this.edit(change)}
    ></lb-type-body>`;
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
      @lb-type-file=${(event: TypeFileEvent) => this.#onFile(event)}
    ></lb-type-json>`;
  }

  override render(): TemplateResult {
    const {isWide, tab} = this;
    const current = isWide && tab === "edit" ? "preview" : tab;
    const tabs = isWide ? BESIDE : [EDIT, ...BESIDE];
    return html`<div @keydown=${(event: KeyboardEvent) => this.#onKeydown(event)}>
      ${
        this.isBack
          ? html`<div class="note row" role="status">
              What you typed is back; it is not saved yet.
              <button type="button" @click=${() => this.#startOver()}>Start over</button>
            </div>`
          : nothing
      }
      <div class="columns ${isWide ? "wide" : ""}">
        ${isWide ? this.#renderEdit() : nothing}
        <div class="beside">
          ${renderTabs<TabName>("Views of the type", tabs, current, (name) => (this.tab = name))}
          <div role="tabpanel" id="panel" aria-labelledby="tab-${current}">
            ${this.#renderPanel(current)}
          </div>
        </div>
      </div>
      ${renderTypeFoot(this.#saving, {
        renames: toRenames(this.draft),
        isNew: !this.draft.former,
        said: this.said,
        save: () => void this.save(),
        saveAnyway: (ids) => void this.#saving.saveAnyway(this.store, this.draft, ids),
        cancel: () => this.#cancel()
      })}
    </div>`;
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
