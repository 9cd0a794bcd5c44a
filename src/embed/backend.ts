/** What computes the vectors: a look-up of our own, a graphics card, or a processor with or without threads. */
export type BackendName = "static" | "webgpu" | "wasm-threads" | "wasm" | "cpu";

export interface Backend {
  readonly name: BackendName;
  /** Why this one, for people: what was measured, or what a better one lacked. */
  readonly why: string;
}
