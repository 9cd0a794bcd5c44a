export interface Progress {
  /** A new stage begins. */
  stage(name: string): void;
  /** Part of the stage is done; the time left is guessed from it. */
  update(done: number, total: number, detail?: string): void;
  /** Something worth a line. */
  note(line: string): void;
}

const MIN_INTERVAL_MS = 5000;

/** Events on a stream, a line each: stages with the seconds since the start, and what is left of a long one. */
export function createProgress(
  write: (line: string) => void,
  now: () => number = () => performance.now()
): Progress {
  const start = now();
  let last = start;
  /** What was done when the stage was first heard of: a run that goes on has not done it all itself. */
  let first: {readonly time: number; readonly done: number} | null = null;
  return {
    stage(name) {
      last = now();
      first = null;
      write(`${((last - start) / 1000).toFixed(1)} s: ${name}\n`);
    },
    update(done, total, detail = "") {
      const time = now();
      first ??= {time, done};
      if (time - last < MIN_INTERVAL_MS || done === first.done) return;
      last = time;
      const left = ((time - first.time) / (done - first.done)) * (total - done);
      write(
        `  ${done} of ${total}, ${formatSeconds(left / 1000)} left${detail && `, ${detail}`}\n`
      );
    },
    note: (line) => write(`  ${line}\n`)
  };
}

function formatSeconds(seconds: number): string {
  return seconds < 90 ? `${seconds.toFixed(0)} s` : `${(seconds / 60).toFixed(1)} min`;
}
