import type {Column, Step, StepKind} from "../src/index.ts";
import {toColumnKind} from "../src/index.ts";

/** How a part of a step is entered. */
export type StepFieldKind =
  | "column"
  | "columns"
  | "text"
  | "sql"
  | "check"
  | "choice"
  | "names"
  | "renames"
  | "values"
  | "fill";

/** A part of a step. */
export interface StepField {
  /** The property of the step. */
  readonly name: string;
  readonly label: string;
  readonly kind: StepFieldKind;
  readonly hint?: string;
  readonly choices?: readonly {readonly value: string; readonly label: string}[];
  /** Left out of the step where it is empty. */
  readonly isOptional?: boolean;
}

/** A kind of step: what the menu says of it, what it is entered by, and one to begin with. */
export interface StepDescription<K extends StepKind = StepKind> {
  readonly kind: K;
  readonly label: string;
  readonly what: string;
  readonly fields: readonly StepField[];
  readonly create: (columns: readonly Column[]) => Extract<Step, {readonly kind: K}>;
}

/** Types that a column may be given. */
export const COLUMN_TYPES = [
  "VARCHAR",
  "BIGINT",
  "DOUBLE",
  "DECIMAL(18,2)",
  "BOOLEAN",
  "DATE",
  "TIMESTAMP",
  "TIMESTAMP WITH TIME ZONE",
  "TIME"
] as const;

export const CLUSTER_METHODS = [
  {value: "fingerprint", label: "same words (fingerprint)"},
  {value: "ngram", label: "same letters (n-gram)"},
  {value: "phonetic", label: "same sound (phonetic)"},
  {value: "nearest", label: "few letters apart (nearest)"}
] as const;

const AGGREGATES = ["first", "sum", "count", "min", "max", "avg"] as const;

const toChoices = (values: readonly string[]) => values.map((value) => ({value, label: value}));
const firstOf = (columns: readonly Column[]): string => columns[0]?.name ?? "";
const textOf = (columns: readonly Column[]): string =>
  columns.find(({type}) => toColumnKind(type) === "text")?.name ?? firstOf(columns);
const textsOf = (columns: readonly Column[]): string[] =>
  columns.filter(({type}) => toColumnKind(type) === "text").map(({name}) => name);
const numberOf = (columns: readonly Column[]): string =>
  columns.find(({type}) => toColumnKind(type) === "number")?.name ?? firstOf(columns);

const COLUMN: StepField = {name: "column", label: "Column", kind: "column"};
const COLUMNS: StepField = {name: "columns", label: "Columns", kind: "columns"};
const REGEX: StepField = {
  name: "isRegex",
  label: "It is a regular expression",
  kind: "check",
  isOptional: true
};

/** Keeps the kind of each description with its step. */
function describe<K extends StepKind>(description: StepDescription<K>): StepDescription {
  return description as unknown as StepDescription;
}

/** All kinds of steps, in the order of the menu. */
export const STEP_KINDS: readonly StepDescription[] = [
  describe({
    kind: "rename",
    label: "Rename columns",
    what: "gives columns other names",
    fields: [{name: "columns", label: "New names", kind: "renames"}],
    create: () => ({kind: "rename", columns: {}})
  }),
  describe({
    kind: "drop",
    label: "Remove columns",
    what: "leaves columns out",
    fields: [COLUMNS],
    create: () => ({kind: "drop", columns: []})
  }),
  describe({
    kind: "select",
    label: "Keep columns",
    what: "keeps these columns and no others",
    fields: [COLUMNS],
    create: (columns) => ({kind: "select", columns: columns.map(({name}) => name)})
  }),
  describe({
    kind: "retype",
    label: "Change a type",
    what: "turns texts into numbers, days, moments and back",
    fields: [
      COLUMN,
      {name: "type", label: "Type", kind: "choice", choices: toChoices(COLUMN_TYPES)},
      {
        name: "format",
        label: "Format of days",
        kind: "text",
        hint: "such as %d.%m.%Y or %d %b %Y, %H:%M; empty: as usual",
        isOptional: true
      },
      {
        name: "decimal",
        label: "Decimal mark",
        kind: "choice",
        choices: [
          {value: "", label: "point"},
          {value: ",", label: "comma"}
        ],
        isOptional: true
      },
      {name: "thousands", label: "Thousands mark", kind: "text", isOptional: true}
    ],
    create: (columns) => ({kind: "retype", column: textOf(columns), type: "DATE"})
  }),
  describe({
    kind: "trim",
    label: "Trim blanks",
    what: "takes blanks off both ends of texts",
    fields: [
      COLUMNS,
      {name: "collapse", label: "Make several blanks one", kind: "check", isOptional: true}
    ],
    create: (columns) => ({kind: "trim", columns: textsOf(columns)})
  }),
  describe({
    kind: "replace",
    label: "Replace text",
    what: "puts a text in the place of another",
    fields: [
      COLUMN,
      {name: "find", label: "Find", kind: "text"},
      {name: "with", label: "Replace with", kind: "text"},
      REGEX
    ],
    create: (columns) => ({kind: "replace", column: textOf(columns), find: "", with: ""})
  }),
  describe({
    kind: "split",
    label: "Split a column",
    what: "makes several columns of one",
    fields: [
      COLUMN,
      {name: "by", label: "Split at", kind: "text"},
      REGEX,
      {name: "into", label: "Into columns", kind: "names"},
      {name: "keep", label: "Keep the column itself", kind: "check", isOptional: true}
    ],
    create: (columns) => ({kind: "split", column: textOf(columns), by: ", ", into: []})
  }),
  describe({
    kind: "merge",
    label: "Merge columns",
    what: "makes one column of several",
    fields: [
      COLUMNS,
      {name: "separator", label: "Text between", kind: "text"},
      {name: "into", label: "Into column", kind: "text"},
      {name: "keep", label: "Keep the columns themselves", kind: "check", isOptional: true}
    ],
    create: () => ({kind: "merge", columns: [], into: "merged", separator: " "})
  }),
  describe({
    kind: "fill",
    label: "Fill gaps",
    what: "puts a value where there is none",
    fields: [COLUMNS, {name: "with", label: "With", kind: "fill"}],
    create: (columns) => ({kind: "fill", columns: [firstOf(columns)], with: "previous"})
  }),
  describe({
    kind: "map",
    label: "Map values",
    what: "gives single values another name, or none",
    fields: [COLUMN, {name: "values", label: "Values", kind: "values"}],
    create: (columns) => ({kind: "map", column: textOf(columns), values: {}})
  }),
  describe({
    kind: "cluster",
    label: "Merge similar values",
    what: "finds values that are written in several ways",
    fields: [COLUMN, {name: "method", label: "Alike by", kind: "choice", choices: CLUSTER_METHODS}],
    create: (columns) => ({
      kind: "cluster",
      column: textOf(columns),
      method: "fingerprint",
      values: {}
    })
  }),
  describe({
    kind: "derive",
    label: "Compute a column",
    what: "makes a column by an SQL expression",
    fields: [
      {name: "column", label: "Column", kind: "text", hint: "a new one, or one that is there"},
      {name: "expression", label: "SQL expression", kind: "sql"}
    ],
    create: () => ({kind: "derive", column: "computed", expression: ""})
  }),
  describe({
    kind: "filter",
    label: "Filter rows",
    what: "keeps the rows for which an SQL expression is true",
    fields: [{name: "expression", label: "SQL expression", kind: "sql"}],
    create: () => ({kind: "filter", expression: ""})
  }),
  describe({
    kind: "distinct",
    label: "Drop duplicates",
    what: "keeps one of the rows that are alike",
    fields: [
      {...COLUMNS, label: "Alike in", hint: "none: in all columns"},
      {name: "keep", label: "Keep", kind: "choice", choices: toChoices(["first", "last"])}
    ],
    create: () => ({kind: "distinct", columns: [], keep: "first"})
  }),
  describe({
    kind: "unpivot",
    label: "Unpivot columns",
    what: "makes a row of each of several columns",
    fields: [
      COLUMNS,
      {name: "name", label: "Column for their names", kind: "text"},
      {name: "value", label: "Column for their values", kind: "text"}
    ],
    create: () => ({kind: "unpivot", columns: [], name: "name", value: "value"})
  }),
  describe({
    kind: "pivot",
    label: "Pivot rows",
    what: "makes a column of each of several values",
    fields: [
      {name: "names", label: "Column names from", kind: "column"},
      {name: "columns", label: "Values that become columns", kind: "names"},
      {name: "values", label: "Values from", kind: "column"},
      {name: "aggregate", label: "Of several", kind: "choice", choices: toChoices(AGGREGATES)}
    ],
    create: (columns) => ({
      kind: "pivot",
      names: textOf(columns),
      values: numberOf(columns),
      aggregate: "first",
      columns: []
    })
  })
];

const BY_KIND = new Map(STEP_KINDS.map((description) => [description.kind, description]));

export function findStepKind(kind: StepKind): StepDescription {
  return BY_KIND.get(kind)!;
}

/** The part of a step by the name of its field. */
export function getPart(step: Step, {name}: StepField): unknown {
  return (step as unknown as Readonly<Record<string, unknown>>)[name];
}

/** A step with another part; what is empty and may be left out is. */
export function setPart(step: Step, {name, isOptional}: StepField, value: unknown): Step {
  const isEmpty = value === "" || value === false || value === undefined;
  const parts = Object.entries(step).filter(([key]) => key !== name);
  const next = isOptional && isEmpty ? parts : [...parts, [name, value] as const];
  return Object.fromEntries(next) as unknown as Step;
}
