import {Tokenizer} from "@huggingface/tokenizers";
import {InputError, toMessage} from "../../lib/errors.ts";
import {findTokenFrame, toMaxTokens, toWindows} from "../token-frame.ts";
import {createBertTokenizer} from "./bert-tokenizer.ts";

/** Cuts texts into tokens, just as transformers.js does with the same files. */
export interface TextTokenizer {
  /** The highest id that it gives. */
  readonly maxId: number;
  /** Ids of the text's tokens, with those that begin and end each run of as many as the model takes. */
  encode(text: string): readonly number[];
}

/** The text of two files of a model. */
export interface TokenizerFiles {
  readonly tokenizer: string;
  readonly config: string;
}

/** Throws `InputError` where the files are no tokenizer. */
export function createTextTokenizer({tokenizer, config}: TokenizerFiles): TextTokenizer {
  const rules = parse("tokenizer.json", tokenizer);
  const settings = parse("tokenizer_config.json", config);
  const library = createLibrary(rules, settings);
  const encodeAs = (text: string, isFramed: boolean): readonly number[] =>
    library.encode(text, {add_special_tokens: isFramed}).ids;
  const frame = findTokenFrame(encodeAs);
  const encode =
    createBertTokenizer(rules, settings, {frame, encodeOdd: (text) => encodeAs(text, true)}) ??
    ((text) => encodeAs(text, true));
  const maxTokens = toMaxTokens(settings.model_max_length);
  let maxId = -1;
  for (const id of library.get_vocab().values()) maxId = Math.max(maxId, id);
  return {
    maxId,
    encode: (text) => {
      const ids = encode(text);
      return ids.length > maxTokens ? toWindows(ids, frame, maxTokens).flat() : ids;
    }
  };
}

function createLibrary(rules: object, settings: object): Tokenizer {
  try {
    return new Tokenizer(rules, settings);
  } catch (cause) {
    throw new InputError(`tokenizer.json not understood: ${toMessage(cause)}`, {cause});
  }
}

function parse(file: string, text: string): Record<string, unknown> {
  try {
    return JSON.parse(text) as Record<string, unknown>;
  } catch (cause) {
    throw new InputError(`${file} is no JSON: ${toMessage(cause)}`, {cause});
  }
}
