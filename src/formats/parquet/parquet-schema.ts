import type {FileMetaData, SchemaElement} from "hyparquet";

/** An element of a file's schema with those below it. */
export interface SchemaNode {
  readonly element: SchemaElement;
  readonly children: readonly SchemaNode[];
}

/**
 * The schema as a tree, and a copy of the metadata by which the library gives values as they lie in the file: it would
 * round decimals and moments, and fold maps into objects. What it is told of are lists alone, and texts that name keys.
 */
export function readSchema(metadata: FileMetaData): {
  readonly columns: readonly SchemaNode[];
  readonly plain: FileMetaData;
} {
  const schema = metadata.schema.map(normalize);
  const [root] = toTree(schema, 0);
  return {columns: root.children, plain: {...metadata, schema: schema.map(toPlain)}};
}

/** What older and newer writers say in two ways, said in both. */
function normalize(element: SchemaElement): SchemaElement {
  if (!element.num_children) return element;
  const kind = element.logical_type?.type ?? element.converted_type;
  if (kind === "LIST") return {...element, converted_type: "LIST"};
  if (kind === "MAP" || kind === "MAP_KEY_VALUE") return {...element, converted_type: "MAP"};
  return element;
}

function toPlain(element: SchemaElement): SchemaElement {
  const {converted_type} = element;
  const plain = {...element, logical_type: undefined, converted_type: undefined};
  return converted_type === "LIST" ? {...plain, converted_type} : plain;
}

function toTree(schema: readonly SchemaElement[], index: number): [node: SchemaNode, next: number] {
  const element = schema[index];
  if (!element) throw new Error("schema that ends too early");
  const children: SchemaNode[] = [];
  let next = index + 1;
  for (let i = 0; i < (element.num_children ?? 0); ++i) {
    const [child, after] = toTree(schema, next);
    children.push(child);
    next = after;
  }
  return [{element, children}, next];
}
