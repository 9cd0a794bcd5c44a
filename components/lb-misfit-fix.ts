import type {PropertyValues, TemplateResult} from "lit";
import {LitElement, css, html, nothing} from "lit";
import type {
  EntryType,
  FixPreview,
  MisfitField,
  Store,
  ValueFix,
  ValueFixKind
} from "../src/index.ts";
import {fixMisfits, previewFix, toLabel} from "../src/index.ts";
import {toFix, toFixChoices} from "./fix-choices.ts";
import type {FieldChangeEvent} from "./form-events.ts";
import {toFormField} from "./form-field.ts";
import {formatSample} from "./format-sample.ts";
import {formatCount, formatCounted} from "./format-value.ts";
import {getOwn} from "./get-own.ts";
import {toText} from "./input-value.ts";
import "./lb-field.ts";
import {offerUndo} from "./lb-undo-toast.ts";
import type {WorkSigns} from "./long-work.ts";
import {LongWork} from "./long-work.ts";
import {baseStyles, controlStyles, tableStyles} from "./styles.ts";

const TRYING = {what: "Trying", noun: "entries", failed: "The change cannot be tried"};
const MENDING = {what: "Mending", noun: "entries", failed: "Nothing was mended"};

/**
 * Mends the values of a field that do not fit, all at once: what is done is chosen, shown for the first of them with
 * the count of those that would still not fit, and done in one write that can be taken back.
 *
 * @fires lb-done - it is done
 */
export class LbMisfitFix extends LitElement {
  static override styles = [
    baseStyles,
    controlStyles,
    tableStyles,
    css`
      :host {
        display: grid;
        gap: var(--lb-2);
        margin: var(--lb-2) 0;
        padding: var(--lb-2) var(--lb-3);
        border-left: 3px solid var(--lb-accent);
        background: var(--lb-bg-alt);
      }
      .table {
        max-height: 320px;
        overflow: auto;
      }
      th {
        background: var(--lb-bg-alt);
      }
      td {
        max-width: 240px;
        overflow: hidden;
        text-overflow: ellipsis;
      }
      .still {
        color: var(--lb-warning);
      }
      lb-field {
        max-width: 420px;
      }
    `
  ];
  static override properties = {
    store: {attribute: false},
    type: {attribute: false},
    misfit: {attribute: false},
    fix: {state: true},
    preview: {state: true}
  };

  declare store: Store;
  /** With all that it inherits. */
  declare type: EntryType;
  declare misfit: MisfitField;
  declare protected fix: ValueFix | undefined;
  declare protected preview: FixPreview | undefined;
  readonly #work = new LongWork(this);

  override firstUpdated(): void {
    this.renderRoot.querySelector("select")?.focus();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has("misfit") || !this.fix) {
      const [first] = toFixChoices(this.misfit, this.type.schema);
      this.#choose(first!.kind);
    }
  }

  #choose(kind: ValueFixKind): void {
    this.#set(toFix(kind, getOwn(this.type.schema.properties, this.misfit.field)));
  }

  #set(fix: ValueFix): void {
    this.fix = fix;
    this.preview = undefined;
    if (isReady(fix)) void this.#work.run(TRYING, (signs) => this.#look(fix, signs));
  }

  async #look(fix: ValueFix, {signal, onProgress}: WorkSigns): Promise<void> {
    const {store, type, misfit} = this;
    const {field, ids} = misfit;
    const preview = await previewFix(
      store,
      {type: type.name, field, ids, fix},
      {signal, onProgress: (done) => onProgress(done, ids.length)}
    );
    if (fix === this.fix) this.preview = preview;
  }

  async #apply(fix: ValueFix): Promise<void> {
    await this.#work.run(MENDING, async ({signal, onProgress}) => {
      const {store, type, misfit} = this;
      const {field, ids} = misfit;
      const label = type.schema.properties[field]?.title ?? toLabel(field);
      const {changed, group} = await fixMisfits(
        store,
        {type: type.name, field, ids, fix},
        {
          signal,
          onProgress: (done) => onProgress(done, ids.length),
          what: `Mend ${label} of ${type.plural}`
        }
      );
      const message = `${label} mended in ${formatCounted(changed, "entry")}`;
      offerUndo({store, groups: [group], message});
      this.dispatchEvent(new Event("lb-done"));
    });
  }

  #renderOptions(fix: ValueFix): TemplateResult | typeof nothing {
    const {type, misfit} = this;
    const {properties} = type.schema;
    const own = getOwn(properties, misfit.field) ?? {};
    switch (fix.kind) {
      case "set":
        return html`<lb-field
          .field=${toFormField("value", {...own, title: "Value"})}
          .value=${fix.value}
          @lb-change=${({value}: FieldChangeEvent) => this.#set({kind: "set", value})}
        ></lb-field>`;
      case "move":
        return html`<label class="row">
          To
          <select @change=${(event: Event) => this.#set({kind: "move", to: toText(event)})}>
            <option value=""></option>
            ${Object.entries(properties)
              .filter(([name]) => name !== misfit.field)
              .map(
                ([name, schema]) =>
                  html`<option value=${name} ?selected=${name === fix.to}>
                    ${schema.title ?? toLabel(name)}
                  </option>`
              )}
          </select>
        </label>`;
      case "map":
        return html`${misfit.samples.map((sample) => {
          const key = JSON.stringify(sample);
          return html`<lb-field
            .field=${toFormField("value", {...own, title: formatSample(sample), description: ""})}
            .value=${fix.values.get(key)}
            @lb-change=${({value}: FieldChangeEvent) => this.#map(fix.values, key, value)}
          ></lb-field>`;
        })}`;
      default:
        return nothing;
    }
  }

  #map(values: ReadonlyMap<string, unknown>, key: string, value: unknown): void {
    const next = new Map(values);
    if (value === undefined) next.delete(key);
    else next.set(key, value);
    this.#set({kind: "map", values: next});
  }

  #renderPreview({examples, changed, still}: FixPreview, fix: ValueFix): TemplateResult {
    return html`<div class="table" tabindex="0" role="region" aria-label="Before and after">
        <table>
          <thead>
            <tr>
              <th scope="col">Entry</th>
              <th scope="col">Before</th>
              <th scope="col">After</th>
              <th scope="col"><span class="visually-hidden">Still wrong</span></th>
            </tr>
          </thead>
          <tbody>
            ${examples.map(
              ({entry, before, after, problem}) =>
                html`<tr>
                  <td>${entry.title}</td>
                  <td>${formatSample(before)}</td>
                  <td>${formatSample(after)}</td>
                  <td class="still">${problem ?? ""}</td>
                </tr>`
            )}
          </tbody>
        </table>
      </div>
      <div class="row">
        <button
          type="button"
          class="primary"
          ?disabled=${changed === 0 || this.#work.isRunning}
          @click=${() => void this.#apply(fix)}
        >
          Mend ${formatCounted(changed, "entry")}
        </button>
        <span class=${still > 0 ? "still" : "muted"} role="status">
          ${still > 0 ? `${formatCount(still)} would still not fit` : "all would fit then"}
        </span>
      </div>`;
  }

  override render(): TemplateResult {
    const {fix, preview, misfit} = this;
    const choices = toFixChoices(misfit, this.type.schema);
    return html`<select
        aria-label="What to do with ${misfit.field}"
        @change=${(event: Event) => this.#choose(toText(event) as ValueFixKind)}
      >
        ${choices.map(
          ({kind, label}) =>
            html`<option value=${kind} ?selected=${kind === fix?.kind}>${label}</option>`
        )}
      </select>
      ${fix ? this.#renderOptions(fix) : nothing} ${this.#work.render()}
      ${fix && preview ? this.#renderPreview(preview, fix) : nothing}`;
  }
}

/** True where enough is said for a fix to do anything. */
function isReady(fix: ValueFix): boolean {
  if (fix.kind === "set") return fix.value !== undefined;
  if (fix.kind === "move") return fix.to !== "";
  return fix.kind !== "map" || fix.values.size > 0;
}

customElements.define("lb-misfit-fix", LbMisfitFix);

declare global {
  interface HTMLElementTagNameMap {
    "lb-misfit-fix": LbMisfitFix;
  }
}
