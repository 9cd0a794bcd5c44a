import {formatCounted, formatDuration} from "./format-value.ts";
import type {RunState} from "./query-run.ts";

/** What is over sooner is not worth a sign. */
const SIGN_AFTER_MS = 150;

/** How the last query goes or went, in words: "1,204 rows in 82 ms". */
export function toRunStatus(state: RunState | undefined): string {
  switch (state?.name) {
    case undefined:
      return "";
    case "running": {
      if (state.elapsedMs < SIGN_AFTER_MS) return "";
      const rows = state.rows > 0 ? `, ${formatCounted(state.rows, "row")}` : "";
      return `Running, ${formatDuration(state.elapsedMs)}${rows}`;
    }
    case "done":
      return `${formatCounted(state.result.numRows, "row")} in ${formatDuration(state.result.elapsedMs)}`;
    case "stopped":
      return `Stopped after ${formatDuration(state.elapsedMs)}`;
    case "failed":
      return "Failed";
  }
}
