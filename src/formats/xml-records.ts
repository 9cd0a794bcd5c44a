import {groupBy} from "../lib/group-by.ts";
import type {DataColumn, DataTable} from "../model/table.ts";
import {toTable} from "./records.ts";
import type {XmlElement} from "./xml-tree.ts";

/** Elements that are rows of one table, by the table's name. */
export type XmlRows = readonly (readonly [name: string, elements: readonly XmlElement[]])[];

/** Children that may name a row. */
const ID = /^(?:xml:)?id$/i;

/** A row while its document is being read. */
interface Row {
  readonly record: Record<string, unknown>;
  readonly parent: {readonly table: RowTable; readonly index: number} | undefined;
}

interface RowTable {
  readonly name: string;
  readonly rows: Row[];
  /** Whether rows of other tables stand below its own. */
  hasChildren: boolean;
}

/** True of an element that is more than a text. */
export function isComplex({attributes, children}: XmlElement): boolean {
  return attributes.size > 0 || children.length > 0;
}

/**
 * Tables of elements: attributes, single children and text are columns; children that repeat are rows of a table of their
 * own, in whatever element around them, with a column that names their parent: `<parent>_id` where all parents have an id,
 * else `<parent>_row`, their number, which both tables have then.
 */
export function toXmlTables(groups: XmlRows, nameOf: (element: XmlElement) => string): DataTable[] {
  const repeated = findRepeatedPairs(groups, nameOf);
  const tables = new Map<string, RowTable>();
  const open = new Set<string>();

  const addRow = (element: XmlElement, name: string, parent: Row["parent"]): void => {
    let table = tables.get(name);
    if (!table) tables.set(name, (table = {name, rows: [], hasChildren: false}));
    const row: Row = {record: {}, parent};
    const index = table.rows.push(row) - 1;
    const isOutermost = !open.has(name);
    open.add(name);
    Object.assign(row.record, toRecord(element, {table, index}));
    if (isOutermost) open.delete(name);
  };

  const toRecord = (
    element: XmlElement,
    owner: NonNullable<Row["parent"]>
  ): Record<string, unknown> => {
    const {attributes, children, text} = element;
    const name = nameOf(element);
    const record: Record<string, unknown> = {};
    const names = new Set(children.map(nameOf));
    for (const [key, value] of attributes) record[names.has(key) ? `@${key}` : key] = value;
    for (const child of children) {
      const childName = nameOf(child);
      if (repeated.has(toPair(name, childName)) || open.has(childName)) {
        owner.table.hasChildren = true;
        addRow(child, childName, owner);
      } else if (!isComplex(child)) record[childName] = child.text;
      else {
        const inner = toRecord(child, owner);
        if (Object.keys(inner).length > 0) record[childName] = inner;
      }
    }
    if (text !== "") record[Object.keys(record).length > 0 ? "text" : name] = text;
    return record;
  };

  for (const [name, elements] of groups)
    for (const element of elements) addRow(element, name, undefined);
  const found = [...tables.values()];
  return found.map((table) => toDataTable(found.length > 1 ? table.name : "", table));
}

/** The names of parents and children of which some parent has several. */
function findRepeatedPairs(
  groups: XmlRows,
  nameOf: (element: XmlElement) => string
): ReadonlySet<string> {
  const pairs = new Set<string>();
  const visit = (element: XmlElement): void => {
    const parent = nameOf(element);
    for (const [child, {length}] of groupBy(element.children, nameOf))
      if (length > 1) pairs.add(toPair(parent, child));
    element.children.forEach(visit);
  };
  for (const [, elements] of groups) elements.forEach(visit);
  return pairs;
}

function toPair(parent: string, child: string): string {
  return `${parent}>${child}`;
}

function toDataTable(name: string, table: RowTable): DataTable {
  const parents = new Set(table.rows.flatMap(({parent}) => (parent ? [parent.table] : [])));
  const keys: Omit<DataColumn, "name">[] = [];
  const names: string[] = [];
  if (table.hasChildren && findId(table) === undefined) {
    names.push(`${table.name}_row`);
    keys.push({type: "BIGINT", values: table.rows.map((_, i) => i + 1)});
  }
  for (const parent of parents) {
    const id = findId(parent);
    const prefix = parent === table ? "parent" : parent.name;
    names.push(`${prefix}_${id === undefined ? "row" : "id"}`);
    const values = table.rows.map((row) =>
      row.parent?.table !== parent
        ? null
        : id === undefined
          ? row.parent.index + 1
          : parent.rows[row.parent.index]!.record[id]
    );
    const [column] = toTable(
      "",
      values.map((value) => ({value})),
      {readsText: true}
    ).columns;
    keys.push(column ?? {type: "VARCHAR", values: values.map(() => null)});
  }
  const own = toTable(
    name,
    table.rows.map(({record}) => record),
    {readsText: true}
  ).columns;
  const taken = new Set(names);
  return {
    name,
    columns: [
      ...keys.map((key, i) => ({...key, name: names[i]!})),
      ...own.map((column) =>
        taken.has(column.name) ? {...column, name: `${column.name}_1`} : column
      )
    ]
  };
}

/** The column that names a table's rows: an id that every one has, and no two. */
function findId({rows}: RowTable): string | undefined {
  const id = Object.keys(rows[0]?.record ?? {}).find((key) => ID.test(key));
  if (id === undefined) return undefined;
  const values = new Set(rows.map(({record}) => record[id]));
  const areIds =
    values.size === rows.length &&
    [...values].every((value) => typeof value === "string" && value !== "");
  return areIds ? id : undefined;
}
