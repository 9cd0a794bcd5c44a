import {toMessage} from "../src/index.ts";
import {findJsonPath} from "./recipe-path.ts";
import type {TextProblem} from "./recipe-text.ts";
import {parseJson} from "./recipe-text.ts";

/**
 * What a JSON text stands for, or what is wrong with it and where. `convert` throws errors that begin with the path of
 * what is wrong: `properties.name: …`.
 */
export function readJsonDocument<T>(
  text: string,
  convert: (value: unknown) => T
): {readonly value: T} | {readonly problem: TextProblem} {
  const read = parseJson(text);
  if ("problem" in read) return read;
  try {
    return {value: convert(read.value)};
  } catch (error) {
    const what = toMessage(error);
    const path = /^([\w.[\]]+): /.exec(what)?.[1];
    return {problem: {what, offset: path === undefined ? undefined : findJsonPath(text, path)}};
  }
}
