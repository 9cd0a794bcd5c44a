import {createReadStream} from "node:fs";
import {createInterface} from "node:readline";
import {InputError, toMessage} from "../lib/errors.ts";

/** A text of a file of JSON lines, with the id that it is answered by. */
export interface LineText {
  readonly id: string | number;
  readonly text: string;
  /** "" where the line has none. */
  readonly title: string;
}

/**
 * Reads `{"id","text"}` lines (and `"title"`, if a line has one) one by one; blank lines are passed over. Throws
 * `InputError` with the file and the line where one is not of this form, or where an id comes twice.
 */
export async function* readTextLines(file: string): AsyncGenerator<LineText> {
  const seen = new Set<string>();
  let number = 0;
  const input = createReadStream(file, "utf8");
  try {
    for await (const line of createInterface({input, crlfDelay: Infinity})) {
      ++number;
      const json = number === 1 ? line.replace(/^\ufeff/, "") : line;
      if (json.trim() === "") continue;
      const text = toLineText(json, `${file}, line ${number}`);
      if (seen.has(String(text.id)))
        throw new InputError(`id not unique: ${text.id} (${file}, line ${number})`);
      seen.add(String(text.id));
      yield text;
    }
  } catch (error) {
    const {code} = error as NodeJS.ErrnoException;
    if (code === "ENOENT") throw new InputError(`file not found: ${file}`);
    if (code === "EISDIR") throw new InputError(`file is a folder: ${file}`);
    throw error;
  } finally {
    input.destroy();
  }
}

function toLineText(json: string, where: string): LineText {
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch (error) {
    throw new InputError(`line is no JSON: ${where}: ${toMessage(error)}`);
  }
  if (typeof value !== "object" || value === null || Array.isArray(value))
    throw new InputError(`line is no object: ${where} (expected {"id","text"})`);
  const {id, text, title = ""} = value as Readonly<Record<string, unknown>>;
  if (typeof id !== "string" && typeof id !== "number")
    throw new InputError(`id missing: ${where} (expected text or a number in "id")`);
  if (typeof text !== "string") throw new InputError(`text missing: ${where} (expected "text")`);
  if (title !== null && typeof title !== "string")
    throw new InputError(`title is no text: ${where}`);
  return {id, text, title: title ?? ""};
}
