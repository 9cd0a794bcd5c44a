import type {Backend} from "./backend.ts";
import type {ModelFile} from "./model-files.ts";

/** Where a browser finds a model: the URL of each file, as `MODEL_FILES` names them. */
export interface ModelSource {
  readonly name: string;
  readonly files: Readonly<Partial<Record<ModelFile, string>>>;
}

/** URLs of one build of ONNX Runtime Web. */
export interface RuntimeBuild {
  readonly wasm: string;
  readonly mjs: string;
}

/** URLs of what runs models that do more than look words up; fetched for such a model only. */
export interface RuntimeSource extends RuntimeBuild {
  /** The bundled `src/embed/browser-pipeline.ts`. */
  readonly pipeline: string;
  /** The build that also knows WebGPU (`ort-wasm-simd-threaded.asyncify`); without it WebGPU is not tried. */
  readonly webgpu?: RuntimeBuild | undefined;
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

/** What the worker answers: what the model is for `open`, the vectors for `extract`, or why not. */
export type EmbedResponse =
  | {
      readonly id: number;
      readonly kind: "opened";
      readonly dimensions: number;
      readonly backend: Backend | undefined;
      readonly maxBatchTexts: number | undefined;
    }
  | {readonly id: number; readonly kind: "extracted"; readonly vectors: Float32Array}
  | {readonly id: number; readonly kind: "failed"; readonly name: string; readonly message: string};
