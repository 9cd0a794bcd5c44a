import type {HitKind, HitReason} from "../src/index.ts";

/** What each kind of hit is called. */
export const HIT_KINDS: Readonly<Record<HitKind, string>> = {
  entry: "entry",
  row: "row",
  document: "document",
  table: "table",
  page: "page",
  command: "command"
};

/** Why something was found, in few words: "walking · near in meaning 0.71". */
export function toReasonText(why: readonly HitReason[]): string {
  return why
    .map((reason) =>
      reason.by === "words" ? reason.words.join(", ") : `near in meaning ${reason.score.toFixed(2)}`
    )
    .join(" · ");
}
