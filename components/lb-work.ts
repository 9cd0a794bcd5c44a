import type {PropertyValues, TemplateResult} from "lit";
import {LitElement, css, html, nothing} from "lit";
import type {QueueState, Workspace} from "../src/index.ts";
import {toMessage} from "../src/index.ts";
import {formatCount} from "./format-value.ts";
import {modelsHref} from "./links.ts";
import {baseStyles} from "./styles.ts";

/** What is over sooner is not worth a sign. */
const SIGN_AFTER_MS = 1000;

/** The work that goes on by itself, as a link to where it can be paused; nothing while there is none. */
export class LbWork extends LitElement {
  static override styles = [
    baseStyles,
    css`
      a {
        color: var(--lb-text-muted);
        font-variant-numeric: tabular-nums;
      }
      a.bad {
        color: var(--lb-danger);
      }
    `
  ];
  static override properties = {
    workspace: {attribute: false},
    queue: {state: true},
    isShown: {state: true}
  };

  declare workspace: Workspace | undefined;
  declare protected queue: QueueState | undefined;
  declare protected isShown: boolean;
  #stops: (() => void)[] = [];
  #timer: ReturnType<typeof setTimeout> | undefined;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#stop();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has("workspace")) this.#follow();
  }

  #follow(): void {
    this.#stop();
    const {workspace} = this;
    if (!workspace || workspace.storeFailure !== undefined || workspace.models.length === 0) return;
    const {meaning} = workspace;
    this.#stops = [meaning.queue.subscribe((state) => this.#take(state)), meaning.follow()];
  }

  #take(state: QueueState): void {
    this.queue = state;
    if (state.status === "idle") {
      clearTimeout(this.#timer);
      this.#timer = undefined;
      this.isShown = false;
    } else this.#timer ??= setTimeout(() => (this.isShown = true), SIGN_AFTER_MS);
  }

  #stop(): void {
    for (const stop of this.#stops) stop();
    this.#stops = [];
    clearTimeout(this.#timer);
  }

  override render(): TemplateResult | typeof nothing {
    const {queue} = this;
    if (!queue || !this.isShown) return nothing;
    const isFailed = queue.status === "failed";
    return html`<a
      href=${modelsHref()}
      class=${isFailed ? "bad" : ""}
      title=${isFailed ? toMessage(queue.failure) : "What is embedded, with pause and cancel"}
      >${toWorkText(queue)}</a
    >`;
  }
}

/** "embedding 12,300 of 48,000, 2 min left". */
export function toWorkText({status, done, total, secondsLeft}: QueueState): string {
  const count = `${formatCount(done)} of ${formatCount(total)}`;
  switch (status) {
    case "working":
      return `embedding ${count}${secondsLeft === null ? "" : `, ${toTimeLeft(secondsLeft)} left`}`;
    case "paused":
      return total === 0 ? "embedding paused" : `embedding paused at ${count}`;
    case "elsewhere":
      return "embedding in another tab";
    case "failed":
      return "embedding failed";
    case "idle":
      return "";
  }
}

function toTimeLeft(seconds: number): string {
  if (seconds < 1) return "1 s";
  if (seconds < 90) return `${Math.ceil(seconds)} s`;
  return seconds < 5400 ? `${Math.round(seconds / 60)} min` : `${Math.round(seconds / 3600)} h`;
}

customElements.define("lb-work", LbWork);

declare global {
  interface HTMLElementTagNameMap {
    "lb-work": LbWork;
  }
}
