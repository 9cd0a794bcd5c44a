/**
 * What an edge can join. In an `Edge` an end is text: an entry's id as it is, anything else as an address with its
 * scheme (see `toEndText`), so that one index finds the edges of whatever it is.
 */
export type End =
  | {readonly kind: "entry"; readonly id: string}
  /** A row of the lake, by the content of its file and the row's number in it, from 0. */
  | {readonly kind: "row"; readonly table: string; readonly sha256: string; readonly row: number}
  | {readonly kind: "topic"; readonly id: string}
  /** A place in a document: the anchor of a heading or a block; "" for the whole. */
  | {readonly kind: "document"; readonly id: string; readonly place: string};

export function toEndText(end: End): string {
  switch (end.kind) {
    case "entry":
      return end.id;
    case "row":
      return `row:${encodeURIComponent(end.table)}/${end.sha256}/${end.row}`;
    case "topic":
      return `topic:${encodeURIComponent(end.id)}`;
    case "document":
      return `document:${encodeURIComponent(end.id)}#${encodeURIComponent(end.place)}`;
  }
}

/** The end that a text stands for; undefined where it is no address of any kind. */
export function toEnd(text: string): End | undefined {
  const [, scheme, rest = ""] = /^(row|topic|document):(.*)$/s.exec(text) ?? [];
  if (scheme === undefined) return text === "" ? undefined : {kind: "entry", id: text};
  try {
    return toSchemeEnd(scheme, rest);
  } catch {
    return undefined; // a percent sign that stands for nothing
  }
}

function toSchemeEnd(scheme: string, rest: string): End | undefined {
  if (scheme === "topic") return {kind: "topic", id: decodeURIComponent(rest)};
  if (scheme === "document") {
    const [id = "", place = ""] = rest.split("#").map(decodeURIComponent);
    return {kind: "document", id, place};
  }
  const [, table, sha256, row] = /^([^/]+)\/([0-9a-f]{64})\/(\d+)$/.exec(rest) ?? [];
  if (table === undefined) return undefined;
  return {kind: "row", table: decodeURIComponent(table), sha256: sha256!, row: Number(row)};
}
