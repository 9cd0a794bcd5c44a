import {toUniqueNames} from "../lib/unique-names.ts";
import type {Format} from "../model/format.ts";
import type {DataTable, Reading} from "../model/table.ts";
import {decodeBytes} from "./decode.ts";
import {FeatureRows} from "./json-features.ts";
import {findTables} from "./json-tables.ts";
import type {JsonTable} from "./json-tables.ts";
import {JsonError, parseJson} from "./json-text.ts";
import {toJsonText} from "./json-write.ts";
import {RecordShape, toDataColumns} from "./records.ts";
import {refuse, toRefusal} from "./refusal.ts";

/** What stands beside the records is kept as a detail of the file up to this length. */
const MAX_ABOUT_LENGTH = 2000;

/**
 * JSON, nested as it may be: the tables that `findTables` finds, and in `details.about` what stands beside them. A table
 * that stands alone has no name, one of several is called by its key.
 */
export const json: Format = {
  name: "json",
  extensions: ["json", "geojson", "topojson", "webmanifest"],
  read(bytes, {path, parse}): Reading {
    try {
      const {text, encoding} = decodeBytes(bytes, parse?.encoding);
      const {tables, beside} = findTables(parseJson(text));
      const entries = Object.entries(beside);
      const isShort = ([, value]: [string, unknown]): boolean =>
        toJsonText(value).length <= MAX_ABOUT_LENGTH;
      const about = Object.fromEntries(entries.filter(isShort));
      const problems = entries
        .filter((entry) => !isShort(entry))
        .map(([key]) => ({file: path, where: key, what: "left out: no list of records"}));
      return {
        tables: toDataTables(tables),
        problems,
        details: {encoding, ...(entries.length > 0 && {about})}
      };
    } catch (error) {
      if (error instanceof JsonError) return refuse(path, `no JSON: ${error.message}`, error.where);
      return refuse(path, toRefusal(error));
    }
  }
};

function toDataTables(tables: readonly JsonTable[]): DataTable[] {
  const [first] = tables;
  if (first && tables.length === 1) return [toTable("", first.records)];
  const keys = tables.map(({path}) => path.at(-1) ?? "");
  const areDistinct = new Set(keys).size === keys.length;
  const names = toUniqueNames(areDistinct ? keys : tables.map(({path}) => path.join(".")));
  return tables.map(({records}, i) => toTable(names[i]!, records));
}

function toTable(name: string, records: readonly unknown[]): DataTable {
  const features = new FeatureRows();
  const shape = new RecordShape();
  const rows = records.map((record) => features.flatten(record));
  for (const row of rows) shape.add(row);
  return {name, columns: toDataColumns(features.toColumns(shape), rows)};
}
