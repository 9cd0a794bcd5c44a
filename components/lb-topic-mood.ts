import type {PropertyValues, TemplateResult} from "lit";
import {LitElement, css, html, nothing} from "lit";
import type {TopicView, Workspace} from "../src/index.ts";
import {toMoodCourse} from "../src/index.ts";
import {formatCounted} from "./format-value.ts";
import {formatMood} from "./lb-topic-course.ts";
import {LongWork} from "./long-work.ts";
import {baseStyles, controlStyles} from "./styles.ts";
import {toTopicColour} from "./topic-mark.ts";
import type {ShownTopic} from "./topics-state.ts";
import {OUTLIERS} from "./topics-state.ts";

/** A topic over time, and how its texts sound where somebody asks. */
export class LbTopicMood extends LitElement {
  static override styles = [
    baseStyles,
    controlStyles,
    css`
      :host {
        display: block;
      }
    `
  ];
  static override properties = {
    workspace: {attribute: false},
    view: {attribute: false},
    topic: {},
    isOn: {state: true},
    scores: {state: true}
  };

  declare workspace: Workspace;
  declare view: TopicView;
  declare topic: ShownTopic;
  declare protected isOn: boolean;
  /** How each text of the view sounds; undefined until it is known. */
  declare protected scores: Float32Array | undefined;
  readonly #work = new LongWork(this);

  constructor() {
    super();
    this.isOn = false;
  }

  override willUpdate(changed: PropertyValues<this>): void {
    const former = changed.get("view");
    if (!former || former.texts === this.view.texts) return;
    this.scores = undefined;
    if (this.isOn) this.#read();
  }

  #toggle(isOn: boolean): void {
    this.isOn = isOn;
    if (isOn && !this.scores) this.#read();
  }

  #read(): void {
    const {workspace, view} = this;
    const words = {
      what: "Scoring how the texts sound",
      noun: "texts",
      failed: "The texts have no scores",
      canRetry: true
    };
    void this.#work.run(words, async (signs) => {
      this.scores = await workspace.topics.sentiments(view.texts, signs);
    });
  }

  #renderMean(rows: readonly number[], scores: Float32Array): TemplateResult {
    const judged = rows.filter((row) => !Number.isNaN(scores[row]));
    if (judged.length === 0) return html`<span class="muted">No text can be judged.</span>`;
    const mean = judged.reduce((sum, row) => sum + scores[row]!, 0) / judged.length;
    return html`<span class="muted number"
      >${formatMood(mean)} on average of ${formatCounted(judged.length, "text")}</span
    >`;
  }

  override render(): TemplateResult {
    const {view, topic, isOn} = this;
    const id = topic === OUTLIERS ? null : topic;
    const course = view.course(id);
    const scores = isOn ? this.scores : undefined;
    const rows = scores ? view.rowsOf(id) : [];
    const steps = view.steps();
    const mood = scores && steps && toMoodCourse(steps, scores, rows);
    return html`${
        course
          ? html`<lb-topic-course
              .course=${course}
              .mood=${mood}
              colour=${id === null ? "var(--lb-text-muted)" : toTopicColour(view.topic(id))}
              label="Texts over time"
            ></lb-topic-course>`
          : nothing
      }
      <div class="row">
        <label class="row"
          ><input
            type="checkbox"
            .checked=${isOn}
            @change=${(event: Event) => this.#toggle((event.target as HTMLInputElement).checked)}
          />How it sounds</label
        >
        ${scores ? this.#renderMean(rows, scores) : nothing}
      </div>
      ${this.#work.render()}
      ${
        scores
          ? html`<p class="muted">
              From −1 to +1 by VADER (Hutto and Gilbert, 2014), a lexicon of English words and
              emoji. Other languages and irony are not understood; the mean of many texts says more
              than one.
            </p>`
          : nothing
      }`;
  }
}

customElements.define("lb-topic-mood", LbTopicMood);

declare global {
  interface HTMLElementTagNameMap {
    "lb-topic-mood": LbTopicMood;
  }
}
