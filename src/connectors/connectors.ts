import type {Connector} from "../model/format.ts";

/** All connectors that Lakebook brings; of two that know a file, the first one reads it. */
export const CONNECTORS: readonly Connector[] = [];
