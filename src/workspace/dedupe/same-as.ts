import {toEdgeKind} from "../../model/edge.ts";

/** Joins an entry to the rows of tables that are the same thing. */
export const SAME_AS = toEdgeKind({name: "same_as", label: "is the same as", symmetric: true});
