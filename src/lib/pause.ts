/** Work in one piece for longer than this is felt. */
const SLICE_MS = 12;

/**
 * Gives the page a turn whenever a slice of time is used up, and heeds `signal`: `await pause()` inside long loops.
 * Undefined says that it is not yet time; hot loops await nothing then.
 */
export function createPause(signal?: AbortSignal): () => Promise<void> | undefined {
  signal?.throwIfAborted();
  let end = performance.now() + SLICE_MS;
  return () => {
    if (performance.now() < end) return undefined;
    return yieldToPage().then(() => {
      signal?.throwIfAborted();
      end = performance.now() + SLICE_MS;
    });
  };
}

/** A turn for whatever waits: input, painting, timers. A message comes back sooner than a timer, which nests to 4 ms. */
function yieldToPage(): Promise<void> {
  return new Promise((resolve) => {
    const {port1, port2} = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(undefined);
  });
}
