import type {PropertyValues, TemplateResult} from "lit";
import {LitElement, css, html, nothing} from "lit";
import type {EntryType, ObjectSchema} from "../src/index.ts";
import {isSame, toMessage} from "../src/index.ts";
import {download} from "./download.ts";
import {renderFileButton} from "./file-button.ts";
import {FieldChangeEvent} from "./form-events.ts";
import {readJsonDocument} from "./json-document.ts";
import {toText} from "./input-value.ts";
import {baseStyles, controlStyles} from "./styles.ts";
import {openTypeFile, toObjectSchema, toTypeText} from "./type-document.ts";

/** Somebody opened a file with a type. */
export class TypeFileEvent extends Event {
  readonly entryType: EntryType;

  constructor(type: EntryType) {
    super("lb-type-file");
    this.entryType = type;
  }
}

/**
 * A type's JSON Schema as text, to read and to change. What is written counts as soon as it is a schema; while it is
 * none, the place and reason are said, and the editor beside keeps the last one that was.
 *
 * @fires lb-change - with the schema that was written
 * @fires lb-type-file - with the type of a file
 */
export class LbTypeJson extends LitElement {
  static override styles = [
    baseStyles,
    controlStyles,
    css`
      :host {
        display: grid;
        gap: var(--lb-2);
      }
      textarea {
        height: min(60vh, 520px);
      }
      .bad {
        color: var(--lb-danger);
        overflow-wrap: anywhere;
      }
    `
  ];
  static override properties = {
    schema: {attribute: false},
    entryType: {attribute: false},
    problem: {state: true},
    said: {state: true}
  };

  declare schema: ObjectSchema;
  /** The type as it would be saved; undefined while something is missing. */
  declare entryType: EntryType | undefined;
  declare protected problem:
    {readonly what: string; readonly offset: number | undefined} | undefined;
  declare protected said: string;
  /** The schema that was written here last: it needs no other text. */
  #written: ObjectSchema | undefined;

  constructor() {
    super();
    this.said = "";
  }

  get #area(): HTMLTextAreaElement {
    return this.renderRoot.querySelector("textarea")!;
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (!changed.has("schema") || isSame(this.schema, this.#written)) return;
    this.#written = undefined;
    this.#area.value = JSON.stringify(this.schema, null, 2);
    this.problem = undefined;
  }

  #onInput(text: string): void {
    const read = readJsonDocument(text, toObjectSchema);
    this.said = "";
    this.problem = "problem" in read ? read.problem : undefined;
    if ("problem" in read) return;
    this.#written = read.value;
    this.dispatchEvent(new FieldChangeEvent(read.value));
  }

  #goTo(offset: number): void {
    this.#area.focus();
    this.#area.setSelectionRange(offset, offset + 1);
  }

  #export(type: EntryType): void {
    const name = `${type.name}.type.json`;
    download(name, new Blob([toTypeText(type)], {type: "application/json"}));
    this.said = `Exported as ${name}.`;
  }

  async #load(file: File): Promise<void> {
    try {
      this.dispatchEvent(new TypeFileEvent(await openTypeFile(file)));
    } catch (error) {
      this.problem = {what: toMessage(error), offset: undefined};
    }
  }

  override render(): TemplateResult {
    const {problem, entryType, said} = this;
    return html`<textarea
        class="code"
        aria-label="JSON Schema"
        aria-invalid=${problem !== undefined}
        spellcheck="false"
        @input=${(event: Event) => this.#onInput(toText(event))}
      ></textarea>
      ${
        problem
          ? html`<p class="bad" role="alert">
              ${problem.what}
              ${
                problem.offset === undefined
                  ? nothing
                  : html`<button type="button" @click=${() => this.#goTo(problem.offset!)}>
                      Go there
                    </button>`
              }
            </p>`
          : nothing
      }
      ${said ? html`<p class="muted" role="status">${said}</p>` : nothing}
      <div class="row">
        <button
          type="button"
          ?disabled=${!entryType}
          title=${entryType ? nothing : "Something is missing yet"}
          @click=${() => this.#export(entryType!)}
        >
          Export type
        </button>
        ${renderFileButton("Open file", ".json", (file) => void this.#load(file))}
      </div>`;
  }
}

customElements.define("lb-type-json", LbTypeJson);

declare global {
  interface HTMLElementTagNameMap {
    "lb-type-json": LbTypeJson;
  }
  interface HTMLElementEventMap {
    "lb-type-file": TypeFileEvent;
  }
}
