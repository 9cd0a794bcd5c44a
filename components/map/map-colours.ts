import type {Column, TextMap, TopicView, Workspace} from "../../src/index.ts";
import type {LongWork} from "../long-work.ts";
import type {ColourChoice} from "./colour-choice.ts";
import type {Colouring} from "./colouring.ts";
import {colourByColumn, colourByTopic, colourPlainly} from "./colouring.ts";

/** A map, and what it is to be coloured by. */
export interface ColourAsk {
  readonly map: TextMap;
  readonly view: TopicView | undefined;
  readonly columns: readonly Column[];
  readonly choice: ColourChoice;
  readonly workspace: Workspace | undefined;
}

/** The colours of a map: at once where they are known, plain ones until a column is read. */
export class MapColours {
  readonly #work: LongWork;
  readonly #onColouring: (colouring: Colouring) => void;
  #asked: ColourAsk | undefined;

  constructor(work: LongWork, onColouring: (colouring: Colouring) => void) {
    this.#work = work;
    this.#onColouring = onColouring;
  }

  show(ask: ColourAsk): void {
    const {map, view, columns, choice, workspace} = ask;
    this.#asked = ask;
    if (choice === "topic" && view) return this.#onColouring(colourByTopic(view, map.rows));
    this.#onColouring(colourPlainly(map.ends.length));
    const column = columns.find(({name}) => `column:${name}` === choice);
    if (column && workspace) this.#read(workspace, column, ask);
  }

  #read(workspace: Workspace, column: Column, {map, choice}: ColourAsk): void {
    const words = {
      what: `Reading ${column.name}`,
      failed: `The map cannot be coloured by ${column.name}`,
      canRetry: true
    };
    void this.#work.run(words, async () => {
      const values = await workspace.map.values(map, column.name);
      if (map === this.#asked?.map && choice === this.#asked.choice)
        this.#onColouring(colourByColumn(column, values));
    });
  }
}
