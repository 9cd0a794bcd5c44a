/** The search worker: holds what search looks through. Bundled into one file that a page starts by its URL. */
import {toMessage} from "../../lib/errors.ts";
import {SearchEngine} from "./search-engine.ts";
import type {SearchReply, SearchRequest} from "./search-messages.ts";

const engine = new SearchEngine();
/** Queries that nobody waits for any more. */
const forgotten = new Set<number>();
/** Nothing came for so long: there is time to do what the first queries would do. */
const IDLE_MS = 500;
const SLICE_MS = 15;
let idle: ReturnType<typeof setTimeout> | undefined;

self.addEventListener("message", ({data}: MessageEvent<SearchRequest>) => {
  if (data.kind === "put") take(data);
  else if (data.kind === "remove") engine.remove(data.ids);
  else if (data.kind === "forget") forgotten.add(data.ticket);
  // a turn later, so that what has been typed over since is known
  else setTimeout(() => answer(data));
  clearTimeout(idle);
  idle = setTimeout(prepare, IDLE_MS);
});

/** A piece of it at a time, so that queries need not wait. */
function prepare(): void {
  const end = performance.now() + SLICE_MS;
  if (!engine.prepare(() => performance.now() > end)) idle = setTimeout(prepare);
}

function take({ticket, items}: SearchRequest & {kind: "put"}): void {
  try {
    engine.put(items);
    tell({kind: "taken", ticket});
  } catch (error) {
    tell({kind: "failed", ticket, message: toMessage(error)});
  }
}

function answer({ticket, query}: SearchRequest & {kind: "find"}): void {
  if (forgotten.delete(ticket)) return;
  try {
    tell({kind: "found", ticket, answer: engine.find(query)});
  } catch (error) {
    tell({kind: "failed", ticket, message: toMessage(error)});
  }
}

function tell(reply: SearchReply): void {
  self.postMessage(reply);
}
