import type {ByteSource} from "../model/bytes.ts";
import {decodeXml} from "./xml-decode.ts";
import {OpenElement} from "./xml-tree.ts";
import type {XmlElement} from "./xml-tree.ts";
import {createXmlWalker} from "./xml-walk.ts";

/** Who is told of the elements of a document, while it is still being read. */
export interface ElementWalk {
  /** The elements that are handed over, by name without prefix. */
  readonly names: readonly string[];
  /**
   * Takes an element that has ended, with its attributes, its children and its text, and its ancestors from the root
   * down. An element by one of the names within another one is handed over first, and is no child of that one.
   * Ancestors are as far as they have been read: one by one of the names has its children so far, others have their
   * attributes only.
   */
  readonly onElement: (element: XmlElement, ancestors: readonly XmlElement[]) => void;
  /** Told of each element that is in none of those by `names` when it begins: the root, say. */
  readonly onOpen?: (element: XmlElement, ancestors: readonly XmlElement[]) => void;
  /** Awaited after each piece of the file, some thousand elements: the time to write to a sink what has gathered. */
  readonly onPiece?: () => Promise<void>;
  /** A label that `TextDecoder` knows; else by byte order mark or declaration. */
  readonly encoding?: string;
  readonly signal?: AbortSignal;
}

/**
 * Walks through an XML file of any size in bounded memory: what has been handed over, and what stands outside of the
 * elements that are asked for, is forgotten. Entities are not expanded, and a document type is not looked at. Gives the
 * encoding that was found.
 *
 * Throws `XmlError`, with line and column, where the document is not well-formed (a file that was cut off, say): the
 * elements before were handed over by then. Throws `InputError` where `encoding` is unknown.
 *
 * ```ts
 * const rows: XmlElement[] = [];
 * await walkElements(source, {
 *   names: ["Record", "Workout"],
 *   onElement: (element) => rows.push(element),
 *   onPiece: async () => sink.write(toTable(rows.splice(0)))
 * });
 * ```
 */
export async function walkElements(
  source: ByteSource | AsyncIterable<Uint8Array>,
  {names, onElement, onOpen, onPiece, encoding, signal}: ElementWalk
): Promise<{encoding: string}> {
  const wanted = new Set(names);
  const open: OpenElement[] = [];
  /** How many of the open elements are to be handed over: within those, text and children are kept. */
  let kept = 0;
  const walker = createXmlWalker({
    open(name, attributes, tag) {
      const element = new OpenElement(name, attributes, tag);
      if (wanted.has(name)) ++kept;
      else if (kept === 0) onOpen?.(element, open);
      open.push(element);
    },
    text(part) {
      if (kept > 0) open.at(-1)!.text += part;
    },
    close(name) {
      const element = open.pop()!;
      if (kept === 0) return;
      element.text = element.text.trim();
      if (wanted.has(name)) {
        --kept;
        onElement(element, open);
      } else open.at(-1)!.children.push(element);
    }
  });
  const text = decodeXml("stream" in source ? source.stream() : source, encoding);
  for await (const piece of text.pieces) {
    signal?.throwIfAborted();
    walker.write(piece);
    await onPiece?.();
  }
  walker.end();
  await onPiece?.();
  return {encoding: text.encoding()};
}
