import type {ByteSource} from "../model/bytes.ts";
import {parseJson} from "./json-text.ts";
import {decodeStream} from "./text-stream.ts";

/** An item of more characters than this is no record. */
const MAX_ITEM_LENGTH = 64 * 1024 * 1024;

/**
 * The objects in the first list of objects in a JSON file (`[{…}, {…}]`, `{"locations": [{…}]}`), one by one, in the memory of
 * one: for files that are larger than a text can be. Throws `InputError` where an object is no JSON.
 */
export async function* walkJsonItems(source: ByteSource): AsyncGenerator<unknown> {
  let depth = 0;
  /** The depth at which objects are items: 0 until the list begins. */
  let itemDepth = 0;
  let hasItems = false;
  let isText = false;
  let isEscaped = false;
  let item = "";
  for await (const piece of decodeStream(source.stream()).pieces) {
    let start = 0;
    for (let i = 0; i < piece.length; ++i) {
      const char = piece.charCodeAt(i);
      if (isText) {
        if (isEscaped) isEscaped = false;
        else if (char === 0x5c) isEscaped = true;
        else if (char === 0x22) isText = false;
      } else if (char === 0x22) isText = true;
      else if (char === 0x7b || char === 0x5b) {
        if (char === 0x7b && itemDepth > 0 && depth === itemDepth) start = i;
        ++depth;
        if (char === 0x5b && itemDepth === 0) itemDepth = depth;
      } else if (char === 0x7d || char === 0x5d) {
        --depth;
        if (char === 0x7d && depth === itemDepth && itemDepth > 0) {
          yield parseJson(item + piece.slice(start, i + 1));
          hasItems = true;
          item = "";
          start = i + 1;
        }
        if (depth < itemDepth) {
          if (hasItems) return;
          itemDepth = 0; // a list of something else
        }
      }
    }
    if (itemDepth > 0 && depth > itemDepth) item += piece.slice(start);
    if (item.length > MAX_ITEM_LENGTH) return;
  }
}
