import type {TemplateResult} from "lit";
import {LitElement, css, html, nothing} from "lit";
import {isAbortError, toMessage} from "../src/index.ts";
import {dialogStyles} from "./dialog-styles.ts";
import {watchCamera} from "./scan-camera.ts";
import {readCodesOfFile} from "./scan-reader.ts";
import {baseStyles, controlStyles} from "./styles.ts";

/** A code was read, or typed. */
export class ScanEvent extends Event {
  readonly text: string;

  constructor(text: string) {
    super("lb-scan", {bubbles: true, composed: true});
    this.text = text;
  }
}

/**
 * Reads a bar or QR code by camera or out of a picture; where neither will do it is typed.
 *
 * @fires lb-scan - with the text of the code
 */
export class LbScan extends LitElement {
  static override styles = [
    baseStyles,
    controlStyles,
    dialogStyles,
    css`
      dialog {
        width: 420px;
      }
      video {
        display: block;
        width: 100%;
        max-height: 50dvh;
        background: #000000;
        border-radius: var(--lb-radius);
      }
      form,
      .picture {
        margin-top: var(--lb-3);
      }
      form input {
        flex: 1 1 160px;
      }
      .picture input {
        flex: 1 1 160px;
        min-width: 0;
        border: none;
        padding: 0;
      }
      .said {
        margin-top: var(--lb-2);
      }
    `
  ];
  static override properties = {label: {}, said: {state: true}, watching: {state: true}};

  /** What the code is: "Serial number". */
  declare label: string;
  /** What kept a code from being read. */
  declare protected said: string;
  declare protected watching: boolean;
  #stop: AbortController | undefined;

  constructor() {
    super();
    this.label = "Code";
    this.said = "";
    this.watching = false;
  }

  override disconnectedCallback(): void {
    this.#stop?.abort();
    super.disconnectedCallback();
  }

  async open(): Promise<void> {
    await this.updateComplete;
    this.said = "";
    this.#dialog().showModal();
    await this.#watch();
  }

  close(): void {
    this.#dialog().close();
  }

  #dialog(): HTMLDialogElement {
    return this.renderRoot.querySelector("dialog")!;
  }

  async #watch(): Promise<void> {
    const stop = (this.#stop = new AbortController());
    this.watching = true;
    try {
      this.#found(await watchCamera(this.renderRoot.querySelector("video")!, stop.signal));
    } catch (error) {
      if (!isAbortError(error)) this.said = toMessage(error);
    } finally {
      this.watching = false;
    }
  }

  #found(text: string): void {
    this.close();
    this.dispatchEvent(new ScanEvent(text));
  }

  async #onPicture(event: Event): Promise<void> {
    const input = event.target as HTMLInputElement;
    const file = input.files?.[0];
    if (!file) return;
    this.said = "Reading the picture …";
    try {
      const [code] = await readCodesOfFile(file);
      if (code !== undefined) return this.#found(code);
      this.said = `No bar or QR code was found in ${file.name}: try a sharper picture of the code alone.`;
    } catch (error) {
      this.said = toMessage(error);
    }
    input.value = "";
  }

  #onTyped(event: Event): void {
    event.preventDefault();
    const input = this.renderRoot.querySelector<HTMLInputElement>("#typed")!;
    const text = input.value.trim();
    if (text !== "") this.#found(text);
  }

  override render(): TemplateResult {
    return html`<dialog
      aria-labelledby="heading"
      @close=${() => this.#stop?.abort()}
      @keydown=${(event: Event) => event.stopPropagation()}
    >
      <h2 id="heading">Scan: ${this.label}</h2>
      <video muted playsinline aria-label="What the camera sees" ?hidden=${!this.watching}></video>
      ${
        this.watching
          ? html`<p class="muted said" role="status">Hold the code before the camera.</p>`
          : nothing
      }
      <p class="said" role="status">${this.said}</p>
      <label class="row picture">
        From a picture
        <input
          type="file"
          accept="image/*"
          @change=${(event: Event) => void this.#onPicture(event)}
        />
      </label>
      <form class="row" @submit=${(event: Event) => this.#onTyped(event)}>
        <label for="typed">Or type it</label>
        <input id="typed" autocomplete="off" autofocus />
        <button class="primary">Use</button>
        <button type="button" @click=${() => this.close()}>Cancel</button>
      </form>
    </dialog>`;
  }
}

customElements.define("lb-scan", LbScan);

declare global {
  interface HTMLElementTagNameMap {
    "lb-scan": LbScan;
  }
  interface HTMLElementEventMap {
    "lb-scan": ScanEvent;
  }
}
