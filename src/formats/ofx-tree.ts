import {Parser} from "htmlparser2";

/** An element of OFX: a leaf with a text, or an aggregate with children. */
export interface OfxElement {
  /** In upper case. */
  readonly name: string;
  readonly children: readonly OfxElement[];
  readonly text: string;
}

interface OpenElement extends OfxElement {
  readonly children: OpenElement[];
  text: string;
}

/**
 * The elements of an OFX file, of version 1 (SGML, whose leaves have no end) and of version 2 (XML) alike. htmlparser2
 * cuts the text into tags; an element with a text of its own ends where the next tag begins.
 */
export function parseOfx(text: string): OfxElement {
  const root: OpenElement = {name: "", children: [], text: ""};
  const open = [root];
  const endLeaf = (): void => {
    if (open.length > 1 && open.at(-1)!.text !== "") open.pop();
  };
  const parser = new Parser(
    {
      onopentagname(name) {
        endLeaf();
        const element: OpenElement = {name: name.toUpperCase(), children: [], text: ""};
        open.at(-1)!.children.push(element);
        open.push(element);
      },
      ontext(part) {
        const element = open.at(-1)!;
        if (open.length === 1 || (part.trim() === "" && element.text === "")) return;
        element.text += part;
      },
      onclosetag(name, isImplied) {
        if (isImplied) return;
        const depth = open.findLastIndex((element) => element.name === name.toUpperCase());
        if (depth > 0) open.length = depth;
      }
    },
    {xmlMode: true, decodeEntities: true}
  );
  const start = text.search(/<OFX[\s>]/i);
  parser.end(start < 0 ? "" : text.slice(start));
  return root;
}

/** All elements by a name, in the order of the file; not within each other. */
export function findOfx(element: OfxElement, name: string): OfxElement[] {
  return element.children.flatMap((child) =>
    child.name === name ? [child] : findOfx(child, name)
  );
}

/** The text of the first leaf by a name below an element; null where there is none. */
export function findOfxText(element: OfxElement, name: string): string | null {
  return findOfx(element, name)[0]?.text.trim() || null;
}
