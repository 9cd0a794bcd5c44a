import type {ReactiveControllerHost} from "lit";
import type {View} from "../src/index.ts";
import type {EntriesState} from "./entries-state.ts";
import {toEntriesState, toSearch} from "./entries-state.ts";
import {hearPage} from "./page-events.ts";
import type {ViewChangeEvent} from "./view-events.ts";
import {PLAIN_VIEW, toShapeOf} from "./view-state.ts";

/** What the entries page shows: read from its address, written there, and followed back and forth. */
export class EntriesPlace {
  state: EntriesState;
  /** The kept view that the address names. */
  asked: string | undefined;
  readonly #host: ReactiveControllerHost;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    this.state = toEntriesState(location.search);
    this.asked = this.state.view;
    hearPage(host, window, "popstate", () => {
      this.#set(toEntriesState(location.search));
      this.asked = this.state.view;
    });
  }

  /** Shows something else, and says so in the address; as a step back and forth or, while typing, in place. */
  show(change: Partial<EntriesState>, {isStep = true} = {}): void {
    this.#set({...this.state, page: 1, ...change});
    this.asked = this.state.view;
    const url = `${location.pathname}${toSearch(this.state)}${location.hash}`;
    if (isStep) history.pushState(null, "", url);
    else history.replaceState(null, "", url);
  }

  change({change, isStep}: Pick<ViewChangeEvent, "change" | "isStep">): void {
    this.show({shape: {...this.state.shape, ...change}, isBare: false}, {isStep});
  }

  /** Shows a type, or all; as its first view does, unless a text is searched for. */
  openType(type: string | undefined, text = ""): void {
    this.show({type, shape: {...PLAIN_VIEW, text}, view: undefined, isBare: text === ""});
  }

  openView(view: View | undefined): void {
    this.show(
      view
        ? {view: view.id, shape: toShapeOf(view), isBare: true}
        : {view: undefined, shape: PLAIN_VIEW, isBare: false}
    );
  }

  /** A type that is opened without a word on how shows its first view. */
  takeFirst(view: View | null): void {
    const {state} = this;
    if (!state.isBare || state.type === undefined) return;
    this.#set({...state, shape: view ? toShapeOf(view) : PLAIN_VIEW, view: view?.id});
  }

  #set(state: EntriesState): void {
    this.state = state;
    this.#host.requestUpdate();
  }
}
