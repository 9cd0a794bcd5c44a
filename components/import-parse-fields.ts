import type {ParseOptions} from "../src/index.ts";
import {FORMAT_LABELS, isDelimited, isSheet, isTextual} from "./import-formats.ts";
import {nameMark} from "./import-words.ts";

/** A guess that can be changed. Choices and texts are those of `ParseOptions`; another than the choices can be written. */
export interface ParseField {
  readonly name: Exclude<keyof ParseOptions, "types" | "connector">;
  readonly label: string;
  readonly kind: "choice" | "mark" | "text" | "count" | "words";
  readonly choices?: readonly {readonly value: string; readonly label: string}[];
  readonly appliesTo: (format: string | null) => boolean;
}

const ENCODINGS = [
  "utf-8",
  "utf-16le",
  "utf-16be",
  "windows-1252",
  "iso-8859-15",
  "windows-1250",
  "windows-1251",
  "iso-8859-2",
  "koi8-r",
  "shift_jis",
  "euc-jp",
  "gb18030",
  "big5",
  "euc-kr",
  "macintosh"
];

const toChoices = (values: readonly string[]) =>
  values.map((value) => ({value, label: value === "" ? "none" : value}));
const toMarks = (values: readonly string[]) =>
  values.map((value) => ({value, label: nameMark(value)}));
const hasLines = (format: string | null): boolean => isDelimited(format) || isSheet(format);

/** All guesses, in the order in which a reader makes them. */
export const PARSE_FIELDS: readonly ParseField[] = [
  {
    name: "format",
    label: "Format",
    kind: "choice",
    choices: Object.entries(FORMAT_LABELS).map(([value, label]) => ({value, label})),
    appliesTo: () => true
  },
  {
    name: "encoding",
    label: "Encoding",
    kind: "choice",
    choices: toChoices(ENCODINGS),
    appliesTo: isTextual
  },
  {
    name: "delimiter",
    label: "Delimiter",
    kind: "mark",
    choices: toMarks([",", ";", "\t", "|", " ", ":"]),
    appliesTo: isDelimited
  },
  {
    name: "quote",
    label: "Quote",
    kind: "mark",
    choices: toMarks(['"', "'", ""]),
    appliesTo: isDelimited
  },
  {
    name: "escape",
    label: "Escape",
    kind: "mark",
    choices: toMarks(['"', "\\", ""]),
    appliesTo: isDelimited
  },
  {
    name: "comment",
    label: "Comment lines begin with",
    kind: "mark",
    choices: toMarks(["", "#", "//", ";", "%"]),
    appliesTo: isDelimited
  },
  {
    name: "skip",
    label: "Lines before the header",
    kind: "count",
    appliesTo: hasLines
  },
  {
    name: "header",
    label: "Header lines (0: none)",
    kind: "count",
    appliesTo: hasLines
  },
  {
    name: "footer",
    label: "Lines after the last row",
    kind: "count",
    appliesTo: hasLines
  },
  {
    name: "decimal",
    label: "Decimal mark",
    kind: "choice",
    choices: [
      {value: ".", label: "point: 1.5"},
      {value: ",", label: "comma: 1,5"}
    ],
    appliesTo: isDelimited
  },
  {
    name: "thousands",
    label: "Thousands mark",
    kind: "mark",
    choices: [
      {value: "", label: "none"},
      {value: ",", label: "comma: 1,000"},
      {value: ".", label: "point: 1.000"},
      {value: " ", label: "space: 1 000"},
      {value: "'", label: "apostrophe: 1'000"}
    ],
    appliesTo: isDelimited
  },
  {
    name: "dateOrder",
    label: "Order of dates",
    kind: "choice",
    choices: [
      {value: "ymd", label: "year, month, day"},
      {value: "dmy", label: "day, month, year"},
      {value: "mdy", label: "month, day, year"}
    ],
    appliesTo: hasLines
  },
  {
    name: "nulls",
    label: "Words for no value",
    kind: "words",
    appliesTo: hasLines
  }
];

/** The options with one of them changed; undefined: guessed again. */
export function changeParse(
  parse: ParseOptions,
  name: keyof ParseOptions,
  value: unknown
): ParseOptions {
  const others = Object.fromEntries(Object.entries(parse).filter(([key]) => key !== name));
  return value === undefined ? others : {...others, [name]: value};
}
