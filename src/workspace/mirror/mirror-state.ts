import type {TableName} from "../../lake/lake.ts";
import type {MirrorType} from "./mirror-types.ts";

/** Where the edges' rows lie; `ws.edges` shows them with the titles of their ends, which change on their own. */
export const EDGE_ROWS: TableName = rows("edges");

/** What the mirror shows. */
export interface MirrorState {
  /** The lake's generation that it was made in. */
  readonly generation: number;
  /** The number of the last change that is in it. */
  readonly revision: number;
  readonly types: ReadonlyMap<string, MirrorType>;
  /** History is long and rarely asked for: it is there once somebody did. */
  readonly hasHistory: boolean;
}

export function ws(name: string): TableName {
  return {schema: "ws", name};
}

/** Where rows lie that a view in `ws` shows. */
export function rows(name: string): TableName {
  return {schema: "ws_rows", name};
}
