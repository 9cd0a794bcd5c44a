import {
  acceptCompletion,
  autocompletion,
  closeBrackets,
  closeBracketsKeymap,
  completionKeymap
} from "@codemirror/autocomplete";
import {defaultKeymap, history, historyKeymap, indentWithTab} from "@codemirror/commands";
import {sql} from "@codemirror/lang-sql";
import {bracketMatching} from "@codemirror/language";
import {setDiagnostics} from "@codemirror/lint";
import type {Extension} from "@codemirror/state";
import {Compartment, EditorState} from "@codemirror/state";
import {EditorView, drawSelection, keymap, lineNumbers, placeholder} from "@codemirror/view";
import type {PropertyValues} from "lit";
import {LitElement, css, html} from "lit";
import {DUCKDB} from "./sql-dialect.ts";
import type {SqlTable} from "./sql-schema.ts";
import {completeNames, toNamespace} from "./sql-schema.ts";
import {SQL_THEME} from "./sql-theme.ts";
import {baseStyles} from "./styles.ts";

/** Somebody wants SQL to run: the selected text where there is one, else all of it. */
export class RunEvent extends Event {
  readonly sql: string;
  /** Where `sql` begins in the editor's text, in UTF-16 units. */
  readonly from: number;

  constructor(sql: string, from: number) {
    super("lb-run", {bubbles: true, composed: true});
    this.sql = sql;
    this.from = from;
  }
}

/** What is wrong at a place of the text. */
export interface SqlMark {
  /** In UTF-16 units. */
  readonly offset: number;
  readonly message: string;
}

/** A place as people count: lines and columns from 1. */
export interface TextPlace {
  readonly line: number;
  readonly column: number;
}

/**
 * An editor for SQL that knows DuckDB's words and the tables it is given. Ctrl/Cmd+Enter runs, Ctrl/Cmd+/ makes
 * comments, Tab indents; Escape, then Tab leaves.
 *
 * @fires lb-run - Ctrl/Cmd+Enter was pressed (`RunEvent`)
 * @fires input - the text was edited
 */
export class LbSqlEditor extends LitElement {
  static override styles = [
    baseStyles,
    css`
      :host {
        display: block;
        height: 132px;
        min-height: 62px;
        overflow: hidden;
        resize: vertical;
        border: 1px solid var(--lb-border-strong);
        border-radius: var(--lb-radius);
      }
      :host(:focus-within) {
        outline: 2px solid var(--lb-accent);
        outline-offset: -1px;
      }
      .editor {
        height: 100%;
      }
    `
  ];
  static override properties = {
    value: {},
    tables: {attribute: false},
    mark: {attribute: false}
  };

  /** The text. Setting it moves the cursor to its end; the change can be undone. */
  declare value: string;
  /** What is offered while typing. */
  declare tables: readonly SqlTable[];
  /** Where the last run failed. */
  declare mark: SqlMark | undefined;

  #view: EditorView | undefined;
  readonly #language = new Compartment();

  constructor() {
    super();
    this.value = "";
    this.tables = [];
  }

  override focus(): void {
    this.#view?.focus();
  }

  /** The line and column of an offset. */
  placeOf(offset: number): TextPlace {
    const before = this.value.slice(0, offset).split("\n");
    return {line: before.length, column: before.at(-1)!.length + 1};
  }

  /** Puts the cursor at an offset, in view, and takes the focus. */
  goTo(offset: number): void {
    const anchor = Math.min(offset, this.value.length);
    this.#view?.dispatch({selection: {anchor}, scrollIntoView: true});
    this.focus();
  }

  /** Fires `lb-run`, as Ctrl/Cmd+Enter does. */
  run(): void {
    const {from, to, empty} = this.#view?.state.selection.main ?? {from: 0, to: 0, empty: true};
    const event = empty
      ? new RunEvent(this.value, 0)
      : new RunEvent(this.value.slice(from, to), from);
    this.dispatchEvent(event);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#view?.destroy();
    this.#view = undefined;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.hasUpdated) this.#open();
  }

  protected override firstUpdated(): void {
    this.#open();
  }

  protected override updated(changed: PropertyValues<this>): void {
    const view = this.#view;
    if (!view) return;
    if (changed.has("value") && view.state.doc.toString() !== this.value) {
      view.dispatch({
        changes: {from: 0, to: view.state.doc.length, insert: this.value},
        selection: {anchor: this.value.length}
      });
    }
    if (changed.has("tables"))
      view.dispatch({effects: this.#language.reconfigure(toLanguage(this.tables))});
    if (changed.has("mark")) this.#showMark();
  }

  #open(): void {
    this.#view = new EditorView({
      root: this.renderRoot as ShadowRoot,
      parent: this.renderRoot.querySelector<HTMLElement>(".editor")!,
      state: EditorState.create({doc: this.value, extensions: this.#extensions()})
    });
    this.#showMark();
  }

  #extensions(): Extension[] {
    return [
      keymap.of([
        {key: "Mod-Enter", run: () => (this.run(), true)},
        {key: "Tab", run: acceptCompletion}
      ]),
      history(),
      drawSelection(),
      lineNumbers(),
      bracketMatching(),
      closeBrackets(),
      autocompletion({icons: false}),
      keymap.of([
        ...closeBracketsKeymap,
        ...completionKeymap,
        ...historyKeymap,
        ...defaultKeymap,
        indentWithTab
      ]),
      this.#language.of(toLanguage(this.tables)),
      placeholder("select … from …"),
      EditorView.lineWrapping,
      EditorView.contentAttributes.of({"aria-label": "SQL", "aria-describedby": "keys"}),
      EditorView.updateListener.of(({docChanged, state}) => {
        if (!docChanged || state.doc.toString() === this.value) return;
        this.value = state.doc.toString();
        this.dispatchEvent(new Event("input", {bubbles: true, composed: true}));
      }),
      SQL_THEME
    ];
  }

  #showMark(): void {
    const view = this.#view;
    if (!view) return;
    const diagnostics = [];
    if (this.mark) {
      const {length} = view.state.doc;
      const from = Math.min(this.mark.offset, length);
      const word = /^(\w+|"[^"]*"|'[^']*'|\S)/.exec(view.state.sliceDoc(from, from + 200));
      const to = Math.min(length, from + (word?.[0].length ?? 1));
      // at the end of the text there is nothing to underline but what stands before
      const start = from === to ? Math.max(0, from - 1) : from;
      diagnostics.push({from: start, to, severity: "error" as const, message: this.mark.message});
    }
    view.dispatch(setDiagnostics(view.state, diagnostics));
  }

  override render() {
    return html`<div class="editor"></div>
      <span id="keys" class="visually-hidden"
        >Control or Command with Enter runs. Escape, then Tab leaves the editor.</span
      >`;
  }
}

function toLanguage(tables: readonly SqlTable[]): Extension {
  return [
    sql({dialect: DUCKDB, schema: toNamespace(tables), defaultSchema: "lake"}),
    DUCKDB.language.data.of({autocomplete: completeNames(tables)})
  ];
}

customElements.define("lb-sql-editor", LbSqlEditor);

declare global {
  interface HTMLElementTagNameMap {
    "lb-sql-editor": LbSqlEditor;
  }
  interface HTMLElementEventMap {
    "lb-run": RunEvent;
  }
}
