import type {ModelFile} from "./model-files.ts";

/** Where a browser finds a model: the URL of each file, as `MODEL_FILES` names them. */
export interface ModelSource {
  readonly name: string;
  readonly files: Readonly<Partial<Record<ModelFile, string>>>;
}

/** URLs of ONNX Runtime Web's `ort-wasm-simd-threaded.wasm` and `.mjs`. */
export interface RuntimeSource {
  readonly wasm: string;
  readonly mjs: string;
}

/** What the page asks of the worker. All URLs are absolute. */
export type EmbedRequest =
  | {
      readonly id: number;
      readonly kind: "open";
      readonly model: ModelSource;
      readonly runtime: RuntimeSource;
    }
  | {readonly id: number; readonly kind: "extract"; readonly texts: readonly string[]};

/** What the worker answers: the dimensions for `open`, the vectors for `extract`, or why not. */
export type EmbedResponse =
  | {readonly id: number; readonly kind: "opened"; readonly dimensions: number}
  | {readonly id: number; readonly kind: "extracted"; readonly vectors: Float32Array}
  | {readonly id: number; readonly kind: "failed"; readonly name: string; readonly message: string};
