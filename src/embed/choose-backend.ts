import {toMessage} from "../lib/errors.ts";
import type {Backend} from "./backend.ts";
import type {Extractor} from "./extractor.ts";
import {timeOut} from "./time-out.ts";
import {vectorAt} from "./vectors.ts";

/** Whether WebGPU can be tried, and else why not. */
export type GraphicsCard =
  {readonly isThere: true} | {readonly isThere: false; readonly why: string};

export interface BackendChoices {
  /** Threads of the processor; 1 where the page is not isolated. */
  readonly threads: number;
  readonly card: GraphicsCard;
  readonly open: (device: "wasm" | "webgpu") => Promise<Extractor>;
  /** Milliseconds; for tests. */
  readonly now?: () => number;
  /** How long a graphics card may take to begin; 20 s if left out. */
  readonly timeLimitMs?: number;
}

const TIME_LIMIT_MS = 20_000;
const ADAPTER_LIMIT_MS = 5000;

/** Below this cosine the two do not compute the same model. */
const MIN_COSINE = 0.99;

/** What is embedded to compare: short texts, as most are, and some paragraphs. */
const SAMPLE: readonly string[] = [
  ...Array.from({length: 24}, (_, i) => `note ${i}: the samples in the third rack were moved`),
  ...Array.from({length: 8}, (_, i) => `paragraph ${i} `.concat("of a longer text ".repeat(30)))
];

/** Looks for a graphics card that WebGPU can use. */
export async function findGraphicsCard(hasRuntime: boolean): Promise<GraphicsCard> {
  const {gpu} = navigator as {gpu?: {requestAdapter(): Promise<object | null>}};
  if (!gpu) return {isThere: false, why: "this browser has no WebGPU"};
  if (!hasRuntime) return {isThere: false, why: "the site was built without WebGPU"};
  try {
    const adapter = await timeOut(gpu.requestAdapter(), ADAPTER_LIMIT_MS);
    return adapter ? {isThere: true} : {isThere: false, why: "WebGPU found no graphics card"};
  } catch (error) {
    return {isThere: false, why: `WebGPU did not answer (${toMessage(error)})`};
  }
}

/**
 * Opens the model on the processor, and on the graphics card where there is one, and keeps what embeds a sample sooner:
 * for short texts that is often the processor. A card that fails, hangs or gives other vectors is not used.
 */
export async function chooseBackend({
  threads,
  card,
  open,
  now = () => performance.now(),
  timeLimitMs = TIME_LIMIT_MS
}: BackendChoices): Promise<Extractor> {
  const processor = await open("wasm");
  const name = threads > 1 ? "wasm-threads" : "wasm";
  const onProcessor = (why: string): Extractor => ({...processor, backend: {name, why}});
  const crew = threads > 1 ? `${threads} threads` : "one thread, since the page is not isolated";
  if (!card.isThere) return onProcessor(`${crew}; ${card.why}`);
  const [ours, vectors] = await measure(processor, now);
  try {
    const [theirs, graphics] = await timeOut(tryCard(open, vectors, now), timeLimitMs);
    const times = `${Math.round(theirs)} ms on the graphics card, ${Math.round(ours)} ms on the processor`;
    if (theirs < ours) {
      await processor.close();
      return {...graphics, backend: {name: "webgpu", why: times} satisfies Backend};
    }
    await graphics.close();
    return onProcessor(`${crew}; ${times}`);
  } catch (error) {
    return onProcessor(`${crew}; WebGPU failed: ${toMessage(error)}`);
  }
}

async function tryCard(
  open: BackendChoices["open"],
  expected: Float32Array,
  now: () => number
): Promise<[number, Extractor]> {
  const graphics = await open("webgpu");
  const [time, vectors] = await measure(graphics, now);
  const cosine = leastCosine(vectors, expected, graphics.dimensions);
  if (cosine >= MIN_COSINE) return [time, graphics];
  await graphics.close();
  throw new Error(`its vectors are others (cosine ${cosine.toFixed(3)})`);
}

/** The second run counts: the first compiles. */
async function measure(extractor: Extractor, now: () => number): Promise<[number, Float32Array]> {
  await extractor.extract(SAMPLE);
  const start = now();
  const vectors = await extractor.extract(SAMPLE);
  return [now() - start, vectors];
}

function leastCosine(a: Float32Array, b: Float32Array, dimensions: number): number {
  let least = 1;
  for (let row = 0; row < SAMPLE.length; ++row) {
    const other = vectorAt(b, dimensions, row);
    const cosine = vectorAt(a, dimensions, row).reduce((sum, x, i) => sum + x * other[i]!, 0);
    least = Number.isNaN(cosine) ? -1 : Math.min(least, cosine);
  }
  return least;
}
