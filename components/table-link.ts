import type {TemplateResult} from "lit";
import {html, nothing} from "lit";
import {tableHref} from "./links.ts";
import {isPlainClick} from "./plain-click.ts";

/** Somebody wants to see a table; undefined: all of them. */
export class OpenTableEvent extends Event {
  readonly table: string | undefined;

  constructor(table: string | undefined) {
    super("lb-open-table", {bubbles: true, composed: true});
    this.table = table;
  }
}

/** A link to a table, or to all: a plain click stays on the page, any other does what it does with every link. */
export function renderTableLink(
  table: string | undefined,
  content: unknown,
  {isCurrent = false} = {}
): TemplateResult {
  const onClick = (event: MouseEvent): void => {
    if (!isPlainClick(event)) return;
    event.preventDefault();
    (event.currentTarget as HTMLElement).dispatchEvent(new OpenTableEvent(table));
  };
  return html`<a
    href=${table === undefined ? "./lake.html" : tableHref(table)}
    aria-current=${isCurrent ? "page" : nothing}
    @click=${onClick}
    >${content}</a
  >`;
}

declare global {
  interface HTMLElementEventMap {
    "lb-open-table": OpenTableEvent;
  }
}
