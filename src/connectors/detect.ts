import {FORMATS, detectFormat} from "../formats/formats.ts";
import {InputError} from "../lib/errors.ts";
import {decodeText, isBinary} from "../lib/text-encoding.ts";
import type {Connector, Detect, FileSample} from "../model/format.ts";
import {HEAD_BYTES} from "../model/format.ts";
import {CONNECTORS} from "./connectors.ts";

/**
 * What a file is: by its format, then by the connectors that look at files of that format. What `parse` says counts
 * more; throws `InputError` where it names a format or a connector that is not there.
 */
export const detect: Detect = createDetect(CONNECTORS);

/** `detect` with other connectors: a user's own come first. */
export function createDetect(connectors: readonly Connector[]): Detect {
  return (path, head, parse = {}) => {
    const format =
      parse.format === undefined
        ? detectFormat(path, head)
        : findByName(FORMATS, parse.format, "format");
    if (parse.connector === null || !format) return {format, connector: null};
    if (parse.connector !== undefined)
      return {format, connector: findByName(connectors, parse.connector, "connector")};
    const candidates = connectors.filter(({formats}) => formats.includes(format.name));
    if (candidates.length === 0) return {format, connector: null};
    const sample = toSample(path, head);
    return {format, connector: candidates.find((one) => one.recognise(sample)) ?? null};
  };
}

function findByName<T extends {readonly name: string}>(
  items: readonly T[],
  name: string,
  what: string
): T {
  const item = items.find((item) => item.name === name);
  if (item) return item;
  const names = items.map(({name}) => name).join(", ");
  throw new InputError(`${what} not known: ${name} (there are: ${names})`);
}

/** The beginning of a file, as connectors look at it. */
export function toSample(path: string, head: Uint8Array): FileSample {
  const isWhole = head.length < HEAD_BYTES;
  if (isBinary(head)) return {path, head, text: "", isWhole};
  const {text} = decodeText(head);
  const end = text.lastIndexOf("\n");
  return {path, head, text: isWhole || end < 0 ? text : text.slice(0, end + 1), isWhole};
}
