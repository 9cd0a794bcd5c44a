import type {XmlElement} from "./xml-tree.ts";

/** How elements are called: without their prefix, unless a document has another one that is called the same. */
export function createNaming(root: XmlElement): (element: XmlElement) => string {
  const tags = new Map<string, Set<string>>();
  const visit = (element: XmlElement): void => {
    let known = tags.get(element.name);
    if (!known) tags.set(element.name, (known = new Set()));
    known.add(element.tag);
    element.children.forEach(visit);
  };
  visit(root);
  return ({name, tag}) => (tags.get(name)!.size > 1 ? tag : name);
}
