import {toFieldTable} from "./field-table.ts";
import type {Field} from "./field-table.ts";
import type {DataTable} from "../model/table.ts";
import {toJsonText} from "./json-write.ts";
import type {ContentComponent, ContentProperty} from "./content-lines.ts";

interface Row {
  readonly path: string;
  /** Counts the components of a file from 1. */
  readonly number: number;
  readonly property: ContentProperty;
}

const FIELDS: readonly Field<Row>[] = [
  ["component", "VARCHAR", ({path}) => path],
  ["component_number", "BIGINT", ({number}) => number],
  ["line", "BIGINT", ({property}) => property.line],
  ["name", "VARCHAR", ({property}) => property.name],
  [
    "parameters",
    "VARCHAR",
    ({property: {parameters}}) =>
      Object.keys(parameters).length === 0 ? null : toJsonText(parameters)
  ],
  ["value", "VARCHAR", ({property}) => property.raw]
];

/** Components as they are, for who wants no connector: one row a line, `component` its path (`vcalendar/vevent`). */
export function toContentTable(roots: readonly ContentComponent[]): DataTable {
  const rows: Row[] = [];
  let count = 0;
  const walk = (component: ContentComponent, above: string): void => {
    const path = above + component.name;
    const number = ++count;
    for (const property of component.properties) rows.push({path, number, property});
    for (const child of component.components) walk(child, `${path}/`);
  };
  for (const root of roots) walk(root, "");
  return toFieldTable("", rows, FIELDS);
}
