import type {Catalogue, LakeColumn} from "../src/index.ts";
import {toColumnKind} from "../src/index.ts";
import {toSqlName} from "./sql-schema.ts";

/** A query to begin with. */
export interface ExampleQuery {
  /** What it answers. */
  readonly title: string;
  readonly sql: string;
}

const MAX_EXAMPLES = 4;
const NAME_OF_CATEGORY = /category|kind|type|status|city|place|country|room|genre|sport|label/i;
const NAME_OF_KEY = /(^|_)(id|key|code|year|zip|plz)$/i;

/** Queries over tables that are there: the rows of one, a count by category, a sum by month, and the catalogue itself. */
export function toExamples({tables, columns}: Catalogue): ExampleQuery[] {
  const largest = tables.toSorted((a, b) => b.rows - a.rows);
  const examples = largest.flatMap(({name}) => {
    const own = columns.filter(({table}) => table === name);
    return [sumByMonth(name, own), countByCategory(name, own)].filter((one) => one !== undefined);
  });
  const distinct = pickKinds(examples);
  const first = largest[0];
  return [
    ...(first
      ? [{title: `Rows of ${first.name}`, sql: `select * from ${toSqlName(first.name)} limit 1000`}]
      : []),
    ...distinct.slice(0, MAX_EXAMPLES - 2),
    {title: "The lake's tables", sql: "select * from lake.tables order by rows desc"}
  ];
}

/** One of each kind first, so that the examples differ. */
function pickKinds(examples: readonly (ExampleQuery & {readonly kind: string})[]): ExampleQuery[] {
  const kinds = new Set<string>();
  return examples
    .filter(({kind}) => !kinds.has(kind) && kinds.add(kind))
    .map(({title, sql}) => ({title, sql}));
}

function find(
  columns: readonly LakeColumn[],
  fits: (column: LakeColumn, kind: string) => boolean
): string | undefined {
  return columns.find((column) => fits(column, toColumnKind(column.type)))?.name;
}

function sumByMonth(
  table: string,
  columns: readonly LakeColumn[]
): (ExampleQuery & {kind: string}) | undefined {
  const date = find(columns, (_, kind) => kind === "date" || kind === "timestamp");
  const number = find(columns, ({name}, kind) => kind === "number" && !NAME_OF_KEY.test(name));
  if (date === undefined || number === undefined) return undefined;
  return {
    kind: "month",
    title: `${number} of ${table} by month`,
    sql: `select date_trunc('month', ${toSqlName(date)})::date as month, sum(${toSqlName(number)}) as ${toSqlName(number)}
from ${toSqlName(table)}
group by all
order by month`
  };
}

function countByCategory(
  table: string,
  columns: readonly LakeColumn[]
): (ExampleQuery & {kind: string}) | undefined {
  const category = find(columns, ({name}, kind) => kind === "text" && NAME_OF_CATEGORY.test(name));
  if (category === undefined) return undefined;
  return {
    kind: "category",
    title: `Rows of ${table} by ${category}`,
    sql: `select ${toSqlName(category)}, count(*) as n
from ${toSqlName(table)}
group by all
order by n desc`
  };
}
