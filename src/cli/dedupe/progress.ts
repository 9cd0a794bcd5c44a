const STEP_MS = 200;
let last = 0;

/** Tells people at a terminal how far it is. */
export function tellProgress(done: number, total: number, step = "working"): void {
  const now = performance.now();
  if (!process.stderr.isTTY || now - last < STEP_MS) return;
  last = now;
  const share = total === 0 ? "…" : `${Math.floor((100 * done) / total)} %`;
  process.stderr.write(`${step} ${share}\u001b[K\r`);
}
