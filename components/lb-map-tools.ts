import type {TemplateResult} from "lit";
import {LitElement, css, html} from "lit";
import type {MapTool} from "./lb-map-canvas.ts";
import type {ColourChoice, ColourOption} from "./map/colour-choice.ts";
import {baseStyles, controlStyles} from "./styles.ts";

const TOOLS: readonly (readonly [tool: MapTool, label: string, hint: string])[] = [
  ["move", "Move", "Drag moves the map"],
  ["lasso", "Lasso", "Drag draws a line around texts"],
  ["box", "Box", "Drag draws a box around texts"]
];
const ZOOM_STEP = 1.5;

/** Somebody wants to see a map otherwise. */
export class MapToolEvent extends Event {
  readonly change: MapChange;

  constructor(change: MapChange) {
    super("lb-map-tool");
    this.change = change;
  }
}

export type MapChange =
  | {readonly tool: MapTool}
  | {readonly colour: ColourChoice}
  | {readonly text: string}
  /** So many times as near. */
  | {readonly zoom: number}
  | {readonly do: "reset" | "save" | "again"};

/**
 * How a map is coloured, moved, searched and saved.
 *
 * @fires lb-map-tool - somebody wants it otherwise (`MapToolEvent`)
 */
export class LbMapTools extends LitElement {
  static override styles = [
    baseStyles,
    controlStyles,
    css`
      :host {
        display: block;
      }
      .row {
        gap: var(--lb-1) var(--lb-2);
      }
      .group {
        display: flex;
        gap: 2px;
      }
      button[aria-pressed="true"] {
        background: var(--lb-bg-selected);
        border-color: var(--lb-accent);
      }
      label {
        display: inline-flex;
        gap: var(--lb-1);
        align-items: center;
      }
      select {
        max-width: 150px;
      }
      input {
        width: 150px;
      }
    `
  ];
  static override properties = {
    options: {attribute: false},
    colour: {},
    tool: {},
    text: {}
  };

  declare options: readonly ColourOption[];
  declare colour: ColourChoice;
  declare tool: MapTool;
  declare text: string;

  constructor() {
    super();
    this.options = [];
    this.colour = "none";
    this.tool = "move";
    this.text = "";
  }

  #ask(change: MapChange): void {
    this.dispatchEvent(new MapToolEvent(change));
  }

  #renderButton(label: string, mark: string, change: MapChange): TemplateResult {
    return html`<button aria-label=${label} title=${label} @click=${() => this.#ask(change)}>
      ${mark}
    </button>`;
  }

  override render(): TemplateResult {
    const {options, colour, tool, text} = this;
    return html`<div class="row">
      <div class="group" role="group" aria-label="What a drag does">
        ${TOOLS.map(
          ([name, label, hint]) =>
            html`<button
              aria-pressed=${name === tool}
              title=${hint}
              @click=${() => this.#ask({tool: name})}
            >
              ${label}
            </button>`
        )}
      </div>
      <div class="group" role="group" aria-label="Zoom">
        ${this.#renderButton("Zoom in", "+", {zoom: ZOOM_STEP})}
        ${this.#renderButton("Zoom out", "−", {zoom: 1 / ZOOM_STEP})}
        ${this.#renderButton("Show the whole map", "⤢", {do: "reset"})}
      </div>
      <label
        ><span class="muted">Colour</span
        ><select
          @change=${(event: Event) =>
            this.#ask({colour: (event.target as HTMLSelectElement).value as ColourChoice})}
        >
          ${options.map(
            ({value, label}) =>
              html`<option value=${value} ?selected=${value === colour}>${label}</option>`
          )}
        </select></label
      >
      <input
        type="search"
        aria-label="Texts that contain"
        placeholder="Contains …"
        .value=${text}
        @input=${(event: Event) => this.#ask({text: (event.target as HTMLInputElement).value})}
      />
      <button class="quiet" @click=${() => this.#ask({do: "save"})}>Save PNG</button>
      <button
        class="quiet"
        title="Places all texts anew; where they lie will change"
        @click=${() => this.#ask({do: "again"})}
      >
        Lay out again
      </button>
    </div>`;
  }
}

customElements.define("lb-map-tools", LbMapTools);

declare global {
  interface HTMLElementTagNameMap {
    "lb-map-tools": LbMapTools;
  }
  interface HTMLElementEventMap {
    "lb-map-tool": MapToolEvent;
  }
}
