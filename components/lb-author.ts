import type {TemplateResult} from "lit";
import {LitElement, css, html, nothing} from "lit";
import type {Store} from "../src/index.ts";
import {Follow} from "./follow.ts";
import "./lb-failure.ts";
import {baseStyles, controlStyles} from "./styles.ts";

/** The setting that the history reads who did something from. */
const AUTHOR_SETTING = "author";

/** The name under which the history keeps what is done in this browser. */
export class LbAuthor extends LitElement {
  static override styles = [
    baseStyles,
    controlStyles,
    css`
      :host {
        display: block;
      }
      label {
        display: grid;
        grid-template-columns: 160px minmax(0, 260px);
        align-items: center;
        gap: var(--lb-2);
        margin-bottom: var(--lb-1);
      }
      input {
        min-width: 0;
      }
    `
  ];
  static override properties = {
    store: {attribute: false},
    said: {state: true},
    failure: {state: true}
  };

  declare store: Store;
  declare protected said: string;
  declare protected failure: unknown;
  readonly #name = new Follow<string>(this);

  constructor() {
    super();
    this.said = "";
  }

  override willUpdate(): void {
    const {store} = this;
    this.#name.follow(store, () => store.live(() => store.settings.get(AUTHOR_SETTING, "")));
  }

  async #save(event: Event): Promise<void> {
    const name = (event.target as HTMLInputElement).value.trim();
    this.failure = undefined;
    try {
      await this.store.settings.set(AUTHOR_SETTING, name);
      this.said =
        name === "" ? "The history names nobody." : `The history says “${name}” from now on.`;
    } catch (error) {
      this.failure = error;
    }
  }

  override render(): TemplateResult {
    const failure = this.#name.error ?? this.failure;
    return html`<label
        >Your name
        <input
          type="text"
          autocomplete="name"
          .value=${this.#name.value ?? ""}
          @change=${(event: Event) => this.#save(event)}
      /></label>
      <p class="muted" role="status">${this.said || "Stands beside what you do in the history."}</p>
      ${failure === undefined ? nothing : html`<lb-failure .error=${failure}></lb-failure>`}`;
  }
}

customElements.define("lb-author", LbAuthor);

declare global {
  interface HTMLElementTagNameMap {
    "lb-author": LbAuthor;
  }
}
