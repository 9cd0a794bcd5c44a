import type {TemplateResult} from "lit";
import {html, nothing} from "lit";
import type {Column, TextMap, TopicView, Workspace} from "../src/index.ts";
import {download} from "./download.ts";
import {formatCount, formatCounted} from "./format-value.ts";
import "./lb-map-actions.ts";
import type {LbMapCanvas, MapTool} from "./lb-map-canvas.ts";
import "./lb-map-canvas.ts";
import type {PickColoursEvent} from "./lb-map-legend.ts";
import "./lb-map-legend.ts";
import "./lb-map-texts.ts";
import type {PickTimesEvent} from "./lb-map-times.ts";
import "./lb-map-times.ts";
import type {MapChange, MapToolEvent} from "./lb-map-tools.ts";
import "./lb-map-tools.ts";
import {topicHref} from "./links.ts";
import {LongWork} from "./long-work.ts";
import {isDark} from "./look.ts";
import type {Camera} from "./map/camera.ts";
import type {ColourChoice} from "./map/colour-choice.ts";
import {listColourOptions, toMapTitle} from "./map/colour-choice.ts";
import type {Colouring} from "./map/colouring.ts";
import {colourPlainly} from "./map/colouring.ts";
import type {MapLabel} from "./map/labels.ts";
import {listTopicLabels} from "./map/topic-labels.ts";
import type {MapFilters} from "./map/levels.ts";
import {NO_FILTERS, hasFilters, toLevels, toListed, toPassing} from "./map/levels.ts";
import {MapColours} from "./map/map-colours.ts";
import type {ActivePointEvent, CameraEvent, PickPointsEvent} from "./map/map-events.ts";
import {MapViewEvent} from "./map/map-events.ts";
import {findTopicOf, toTopicCodes} from "./map/topic-codes.ts";
import {plotStyles} from "./map/plot-styles.ts";
import {LIST_COLOURS, toPalette} from "./map/palette.ts";
import {WorkspaceElement} from "./workspace-element.ts";

/**
 * A map with what belongs to it: colours, filters, times, what is chosen, and its texts as a list. All of them show the
 * same points.
 *
 * @fires lb-map-view - it is coloured otherwise or seen from elsewhere (`MapViewEvent`)
 */
export class LbMapPlot extends WorkspaceElement {
  static override styles = [...WorkspaceElement.styles, plotStyles];
  static override properties = {
    ...WorkspaceElement.properties,
    map: {attribute: false},
    view: {attribute: false},
    columns: {attribute: false},
    colour: {attribute: false},
    camera: {attribute: false},
    topic: {},
    colouring: {state: true},
    filters: {state: true},
    chosen: {state: true},
    active: {state: true},
    tool: {state: true}
  };

  declare map: TextMap;
  /** The topics of the collection; undefined where nobody looked for them. */
  declare view: TopicView | undefined;
  declare columns: readonly Column[];
  /** Topics where nobody said, nothing where there are none. */
  declare colour: ColourChoice | undefined;
  /** Where it is seen from at first. */
  declare camera: Camera | undefined;
  /** The id of the topic that is picked as soon as topics are there. */
  declare topic: string | undefined;
  declare protected colouring: Colouring;
  declare protected filters: MapFilters;
  declare protected chosen: ReadonlySet<number>;
  declare protected active: number | undefined;
  declare protected tool: MapTool;
  readonly #work = new LongWork(this);
  readonly #colours = new MapColours(this.#work, (colouring) => {
    this.colouring = colouring;
    this.filters = {...this.filters, only: this.#takeTopic()};
  });
  #labels: readonly MapLabel[] = [];
  #passing: Uint8Array = new Uint8Array(0);
  #levels: Uint8Array = new Uint8Array(0);
  #listed: readonly number[] = [];
  #part: Uint8Array = new Uint8Array(0);
  #palette: readonly string[] = [];

  constructor() {
    super();
    this.columns = [];
    this.colouring = colourPlainly(0);
    this.filters = NO_FILTERS;
    this.chosen = new Set();
    this.tool = "move";
  }

  get #colour(): ColourChoice {
    return this.colour ?? (this.view ? "topic" : "none");
  }

  protected override willUpdate(changed: Map<PropertyKey, unknown>): void {
    if (changed.has("map")) {
      this.chosen = new Set();
      this.active = undefined;
      this.filters = NO_FILTERS;
    }
    if (changed.has("map") || changed.has("view"))
      this.#labels = this.view ? listTopicLabels(this.map, this.view) : [];
    if (["map", "view", "colour", "workspace"].some((name) => changed.has(name))) {
      const {map, view, columns, workspace} = this;
      this.#colours.show({map, view, columns, workspace, choice: this.#colour});
    }
    if (["map", "colouring", "filters", "chosen"].some((name) => changed.has(name)))
      this.#relate(changed);
  }

  /** The colours of the topic that was asked for, once. */
  #takeTopic(): ReadonlySet<number> {
    const {view, topic} = this;
    if (!view || topic === undefined || this.#colour !== "topic") return new Set();
    this.topic = undefined;
    return toTopicCodes(view, topic);
  }

  #filter(filters: MapFilters): void {
    this.filters = filters;
    this.dispatchEvent(new MapViewEvent({topic: this.#picked}));
  }

  /** The id of the topic that is picked alone. */
  get #picked(): string | undefined {
    const {view, filters} = this;
    const isOfTopics = view !== undefined && this.#colour === "topic";
    return isOfTopics ? findTopicOf(view, filters.only) : undefined;
  }

  /** Brings what is shown of each point in line with filters and choice. */
  #relate(changed: Map<PropertyKey, unknown>): void {
    const {map, filters, chosen, colouring} = this;
    if (["map", "colouring", "filters"].some((name) => changed.has(name)))
      this.#passing = toPassing(filters, map, colouring.codes);
    if (this.active !== undefined && this.#passing[this.active] !== 1) this.active = undefined;
    this.#levels = toLevels(this.#passing, chosen);
    this.#part = toListed(this.#passing, chosen);
    this.#listed = [...this.#part.keys()].filter((point) => this.#part[point] === 1);
  }

  get #canvas(): LbMapCanvas | null {
    return this.renderRoot.querySelector("lb-map-canvas");
  }

  protected override updated(changed: Map<PropertyKey, unknown>): void {
    const canvas = this.#canvas;
    if (canvas && changed.has("map") && this.camera) canvas.look(this.camera);
  }

  #pick({points, mode}: PickPointsEvent): void {
    const chosen = new Set(mode === "replace" ? [] : this.chosen);
    for (const point of points)
      if (mode === "toggle" && chosen.has(point)) chosen.delete(point);
      else chosen.add(point);
    this.chosen = chosen;
  }

  #change(change: MapChange): void {
    if ("tool" in change) this.tool = change.tool;
    else if ("text" in change) this.filters = {...this.filters, text: change.text};
    else if ("colour" in change) this.dispatchEvent(new MapViewEvent({colour: change.colour}));
    else if ("zoom" in change) this.#canvas?.zoom(change.zoom);
    else if (change.do === "reset") this.#canvas?.fit();
    else if (change.do === "again") this.dispatchEvent(new MapViewEvent({again: true}));
    else void this.#save();
  }

  async #save(): Promise<void> {
    const words = {what: "Saving the map", failed: "The map cannot be saved"};
    await this.#work.run(words, async () => {
      const png = await this.#canvas!.toPng(toMapTitle(this.map, this.#colour));
      download(`map-${this.map.collection.label}.png`, png);
    });
  }

  readonly #describe = (point: number): string => {
    const {map, view} = this;
    const topic = view?.topics[view.places[map.rows[point]!]!];
    const text = map.texts[point]!;
    return topic ? `${topic.title}\n${text}` : text;
  };

  readonly #colourOf = (point: number): string =>
    this.#palette[this.colouring.codes[point]!] ?? "transparent";

  #renderSide(workspace: Workspace): TemplateResult {
    const {map, view, colouring, filters, chosen} = this;
    const picked = this.#picked;
    const counts = new Uint32Array(this.#palette.length + 1);
    this.#part.forEach((isIn, point) => (counts[colouring.codes[point]!]! += isIn));
    return html`<div class="side">
      <lb-map-actions
        .workspace=${workspace}
        .map=${map}
        .points=${chosen.size === 0 ? [] : this.#listed}
        @lb-pick-points=${(event: PickPointsEvent) => this.#pick(event)}
      ></lb-map-actions>
      <section aria-label="Colours">
        ${
          view
            ? nothing
            : html`<p class="muted">
                No topics yet: <a href=${topicHref({set: map.collection.id})}>find them</a> to see
                their names here.
              </p>`
        }
        <lb-map-legend
          .colouring=${colouring}
          .counts=${counts}
          .picked=${filters.only}
          @lb-pick-colours=${({codes}: PickColoursEvent) => this.#filter({...filters, only: codes})}
        ></lb-map-legend>
        ${
          picked === undefined
            ? nothing
            : html`<a href=${topicHref({set: map.collection.id, id: picked})}>Open the topic</a>`
        }
      </section>
      ${
        map.times
          ? html`<lb-map-times
              .times=${map.times}
              .counted=${this.#part}
              .picked=${filters.times}
              @lb-pick-times=${({times}: PickTimesEvent) => (this.filters = {...filters, times})}
            ></lb-map-times>`
          : nothing
      }
      <section aria-label="Texts">
        <div class="row">
          <h2>${chosen.size > 0 ? "Chosen texts" : "Texts"}</h2>
          <span class="muted number" role="status"
            >${formatCount(this.#listed.length)} of ${formatCounted(map.ends.length, "text")}</span
          >
          ${
            hasFilters(filters)
              ? html`<button class="quiet" @click=${() => this.#filter(NO_FILTERS)}>
                  Show all
                </button>`
              : nothing
          }
        </div>
        <lb-map-texts
          .map=${map}
          .points=${this.#listed}
          .chosen=${chosen}
          .active=${this.active}
          .colourOf=${this.#colourOf}
          @lb-pick-points=${(event: PickPointsEvent) => this.#pick(event)}
          @lb-active-point=${({point}: ActivePointEvent) => {
            this.active = point;
            if (point !== undefined) this.#canvas?.reveal(point);
          }}
        ></lb-map-texts>
      </section>
    </div>`;
  }

  protected override renderWorkspace(workspace: Workspace): TemplateResult {
    const {map, colouring, tool, filters} = this;
    this.#palette = toPalette(colouring, LIST_COLOURS, isDark());
    return html`<lb-map-tools
        .options=${listColourOptions(this.columns, this.view !== undefined)}
        .colour=${this.#colour}
        .tool=${tool}
        .text=${filters.text}
        @lb-map-tool=${({change}: MapToolEvent) => this.#change(change)}
      ></lb-map-tools>
      ${this.#work.render()}
      <div class="columns">
        <lb-map-canvas
          .places=${map.places}
          .colouring=${colouring}
          .levels=${this.#levels}
          .labels=${this.#labels}
          .describe=${this.#describe}
          .active=${this.active}
          .tool=${tool}
          label="Map of ${formatCounted(map.ends.length, "text")}: ${map.collection.label}"
          @lb-pick-points=${(event: PickPointsEvent) => this.#pick(event)}
          @lb-active-point=${({point}: ActivePointEvent) => (this.active = point)}
          @lb-camera=${({camera}: CameraEvent) => this.dispatchEvent(new MapViewEvent({camera}))}
        ></lb-map-canvas>
        ${this.#renderSide(workspace)}
      </div>`;
  }
}

customElements.define("lb-map-plot", LbMapPlot);

declare global {
  interface HTMLElementTagNameMap {
    "lb-map-plot": LbMapPlot;
  }
}
