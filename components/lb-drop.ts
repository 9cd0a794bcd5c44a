import type {TemplateResult} from "lit";
import {LitElement, css, html} from "lit";
import type {Collection} from "./import-collect.ts";
import {collectDropped} from "./import-collect.ts";
import {baseStyles} from "./styles.ts";

/** Files were dropped on the page; `collection` is there once all folders are walked through. */
export class DropEvent extends Event {
  readonly collection: Promise<Collection>;

  constructor(collection: Promise<Collection>) {
    super("lb-drop");
    this.collection = collection;
  }
}

/**
 * Takes files and folders that are dropped anywhere on the page, and says so while they are held above it.
 *
 * @fires lb-drop - files were dropped (`DropEvent`)
 */
export class LbDrop extends LitElement {
  static override styles = [
    baseStyles,
    css`
      [popover] {
        position: fixed;
        inset: 0;
        box-sizing: border-box;
        width: 100%;
        height: 100%;
        margin: 0;
        padding: 0;
        border: 2px dashed var(--lb-accent);
        background: color-mix(in srgb, var(--lb-bg) 82%, transparent);
        color: var(--lb-text);
        pointer-events: none;
      }
      [popover]:popover-open {
        display: grid;
        place-content: center;
        text-align: center;
        gap: var(--lb-1);
      }
      strong {
        font-size: var(--lb-size-title);
        line-height: 24px;
        font-weight: 600;
      }
    `
  ];

  override connectedCallback(): void {
    super.connectedCallback();
    // in the capturing phase: an editor below would take a file's text for its own
    for (const type of ["dragenter", "dragover", "dragleave", "drop"] as const)
      window.addEventListener(type, this.#onDrag, {capture: true});
  }

  override disconnectedCallback(): void {
    for (const type of ["dragenter", "dragover", "dragleave", "drop"] as const)
      window.removeEventListener(type, this.#onDrag, {capture: true});
    super.disconnectedCallback();
  }

  readonly #onDrag = (event: DragEvent): void => {
    const transfer = event.dataTransfer;
    if (!transfer?.types.includes("Files")) return;
    event.preventDefault();
    event.stopPropagation();
    if (event.type === "dragover") transfer.dropEffect = "copy";
    else if (event.type === "dragenter") this.#show(true);
    else if (event.type === "drop") {
      this.#show(false);
      this.dispatchEvent(new DropEvent(collectDropped(transfer)));
    } else if (event.relatedTarget === null) this.#show(false);
  };

  #show(isOver: boolean): void {
    this.renderRoot.querySelector<HTMLElement>("[popover]")?.togglePopover(isOver);
  }

  override render(): TemplateResult {
    return html`<div popover="manual" role="status">
      <strong>Drop to import</strong>
      <span class="muted"
        >Files and folders are read on this machine; nothing is sent anywhere.</span
      >
    </div>`;
  }
}

customElements.define("lb-drop", LbDrop);

declare global {
  interface HTMLElementTagNameMap {
    "lb-drop": LbDrop;
  }
  interface HTMLElementEventMap {
    "lb-drop": DropEvent;
  }
}
