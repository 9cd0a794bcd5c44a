import {env} from "@huggingface/transformers";
import type {Extractor} from "./extractor.ts";
import {openPipelineExtractor} from "./pipeline-extractor.ts";

/** Opens the model in a folder through ONNX Runtime, in this thread. Nothing is fetched from a hub. */
export async function openNodePipeline(path: string): Promise<Extractor> {
  env.allowRemoteModels = false;
  env.useFSCache = false;
  const extractor = await openPipelineExtractor({path, device: "cpu"});
  return {...extractor, backend: {name: "cpu", why: "ONNX Runtime, in Node"}};
}
