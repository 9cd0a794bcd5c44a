import {createInterface} from "node:readline";
import type {Readable} from "node:stream";

/**
 * Reads lines in blocks: all that have come so far, up to `maxLines`. So a reader that types gets each answer at once, and
 * one that pipes a file gets the speed of large blocks.
 */
export async function* readLineBlocks(input: Readable, maxLines: number): AsyncGenerator<string[]> {
  const lines = createInterface({input, crlfDelay: Infinity});
  const waiting: string[] = [];
  let ended = false;
  let failure: Error | null = null;
  let wake = (): void => {};
  lines.on("line", (line) => {
    if (waiting.push(line) >= maxLines) lines.pause();
    wake();
  });
  lines.on("close", () => {
    ended = true;
    wake();
  });
  input.on("error", (error: Error) => {
    failure = error;
    lines.close();
  });
  try {
    for (;;) {
      while (waiting.length > 0) yield waiting.splice(0, maxLines);
      if (failure) throw failure as Error;
      if (ended) return;
      const woken = new Promise<void>((resolve) => (wake = resolve));
      lines.resume();
      await woken;
    }
  } finally {
    lines.close();
  }
}
