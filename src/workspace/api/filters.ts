import {InputError} from "../../lib/errors.ts";
import type {FilterOp, ViewFilter} from "../../model/view.ts";
import type {ViewRelation} from "../views/view-columns.ts";
import {unknownField} from "./check-fields.ts";

const OPS: Readonly<Record<string, FilterOp>> = {
  isNot: "is not",
  atLeast: "at least",
  atMost: "at most",
  contains: "contains",
  startsWith: "starts with"
};

/** Conditions on fields as those on columns that a view has. Throws `InputError` on a field or a word that is not there. */
export function toViewFilters(filters: object, relation: ViewRelation): ViewFilter[] {
  return Object.entries(filters).flatMap(([field, filter]: [string, unknown]) => {
    if (filter === undefined) return [];
    const column = toColumn(field, relation);
    if (filter === null) return [{column, op: "is empty"}];
    if (Array.isArray(filter)) return [{column, op: "is one of", value: filter as unknown}];
    if (typeof filter !== "object" || filter instanceof Date)
      return [{column, op: "is", value: filter}];
    return Object.entries(filter).map(([word, value]): ViewFilter => {
      if (word === "isEmpty") return {column, op: value ? "is empty" : "is not empty"};
      const op = Object.hasOwn(OPS, word) ? OPS[word] : undefined;
      if (!op)
        throw new InputError(
          `condition not known: ${field} ${word} (there are: ${[...Object.keys(OPS), "isEmpty"].join(", ")})`
        );
      return {column, op, value};
    });
  });
}

/** The column of a field, by the field's name. */
export function toColumn(field: string, {columns, type}: ViewRelation): string {
  const column =
    columns.find((one) => one.field === field) ??
    columns.find(({role, name}) => role !== "field" && name === field);
  if (column) return column.name;
  throw unknownField(field, type);
}
