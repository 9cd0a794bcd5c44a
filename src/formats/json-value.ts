import {decodeText} from "../lib/text-encoding.ts";
import type {Reading} from "../model/table.ts";
import {JsonError, parseJson} from "./json-text.ts";
import {refuse, toRefusal} from "./refusal.ts";

/** What every reader of a JSON file of a known kind does: decodes, parses, and refuses what is no JSON. */
export function readJsonValue(
  bytes: Uint8Array,
  path: string,
  toReading: (value: unknown) => Reading
): Reading {
  try {
    const {text, encoding} = decodeText(bytes);
    const reading = toReading(parseJson(text));
    return {...reading, details: {encoding, ...reading.details}};
  } catch (error) {
    if (error instanceof JsonError)
      return refuse(
        path,
        `no JSON: ${error.message}`,
        `line ${error.line}, column ${error.column}`
      );
    return refuse(path, toRefusal(error));
  }
}
