import {UnavailableError, toMessage} from "../lib/errors.ts";
import type {Extractor} from "./extractor.ts";
import type {ModelFile} from "./model-files.ts";
import {createStaticExtractor} from "./static/static-extractor.ts";

export interface ModelBytes {
  readonly name: string;
  /** The folder or address that it was read from, for messages. */
  readonly where: string;
  readonly files: ReadonlyMap<ModelFile, Uint8Array>;
}

/**
 * Opens a model whose files are at hand: as a look-up of words where it is one, else through the runtime that
 * `openRuntime` brings. Throws one `UnavailableError` that names the model and what is wrong with it.
 */
export async function openModel(
  {name, where, files}: ModelBytes,
  openRuntime: () => Promise<Extractor>
): Promise<Extractor> {
  const readText = (file: ModelFile): string => new TextDecoder().decode(files.get(file));
  try {
    const extractor =
      createStaticExtractor({
        onnx: files.get("onnx/model.onnx")!,
        tokenizer: readText("tokenizer.json"),
        config: readText("tokenizer_config.json")
      }) ?? (await openRuntime());
    const expected = readHiddenSize(readText("config.json"));
    if (expected === undefined || expected === extractor.dimensions) return extractor;
    await extractor.close();
    throw new UnavailableError(
      `config.json says ${expected} dimensions, the vectors have ${extractor.dimensions}; its files do not belong together`
    );
  } catch (cause) {
    throw new UnavailableError(
      `embedding model unreadable: "${name}" at ${where}: ${toMessage(cause)}`,
      {cause}
    );
  }
}

function readHiddenSize(config: string): number | undefined {
  const {hidden_size} = JSON.parse(config) as {hidden_size?: unknown};
  return typeof hidden_size === "number" ? hidden_size : undefined;
}
