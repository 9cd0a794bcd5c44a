import Papa from "papaparse";
import {toFieldTable} from "../../formats/field-table.ts";
import {toTable} from "../../formats/records.ts";
import {refuse, toRefusal} from "../../formats/refusal.ts";
import {toUniqueNames} from "../../lib/unique-names.ts";
import {decodeText} from "../../lib/text-encoding.ts";
import type {Connector} from "../../model/format.ts";
import type {DataColumn, Reading} from "../../model/table.ts";
import {readRecords} from "../kit/csv-records.ts";
import type {CsvRecords} from "../kit/csv-records.ts";
import type {InventoryColumns} from "./columns.ts";
import {toInventoryColumns, toSnakeName} from "./columns.ts";
import {toItems} from "./items.ts";
import type {Item} from "./places.ts";
import {ITEM_FIELDS, PLACE_FIELDS, toPlaces} from "./places.ts";

const HEAD_CHARACTERS = 20_000;
const HEAD_ROWS = 60;
/** Without such a word in its first line no list is looked at any further. */
const PLACE_WORD = /place|location|storage|stored|where|path|parent|container/i;
const DELIMITERS = [",", ";", "\t"];
const ITEM_KEY = ["item_id"];
const PLACE_KEY = ["path"];

/** Lists of things in places within places, of a home or a lab. */
export const inventory: Connector = {
  name: "inventory",
  label: "Inventory with places (CSV)",
  formats: ["csv", "text"],
  extensions: [],
  recognise: ({text}) => findColumns(text) !== null,
  tables: [
    {
      name: "inventory",
      what:
        "One thing, with the columns of its file beside where it is: `parts` are the places that it is in, the largest " +
        "first, `parent_path` the same as text, and `path` with its own name.",
      key: ITEM_KEY
    },
    {
      name: "places",
      what: "One place, with how many things are right in it, and in it or deeper.",
      key: PLACE_KEY
    }
  ],
  help: `Any list of things as CSV, with a column for the thing (\`name\`, \`item\`) and one for where it is.

- **Where it is** is either a path (\`place\`, \`location\`: \`House / Kitchen / Drawer 1\`, \`Home > Garage\`, \`Site/Freezer/Rack/A1\`), or the identifier of what it is in (\`id\` and \`parent_id\`).
- At least one column that only lists of things have: \`quantity\`, \`serial\`, \`purchased\`, \`labels\` …
- **Homebox**: *Tools* → *Export inventory* gives such a CSV (\`HB.name\`, \`HB.location\` …).
- **A spreadsheet**: save it as CSV with these columns.

All columns are kept. A thing is known again by \`id\`, \`asset_id\` or \`uuid\`; without such a column, by its place and name.`,
  read(bytes, {path, parse = {}}): Reading {
    try {
      const columns = findColumns(decodeText(bytes).text);
      if (!columns)
        return refuse(path, "no list of things in places: no name and place in its header");
      const wanted = [columns.name, columns.place, columns.parent].filter((name) => name !== null);
      const records = readRecords(bytes, {header: wanted, parse});
      const items = toItems(records.rows, columns);
      const {encoding, delimiter} = records;
      return {
        tables: [
          toItemTable(items, records, columns),
          toFieldTable("places", toPlaces(items), PLACE_FIELDS, PLACE_KEY)
        ].filter((table) => table.columns[0]!.values.length > 0),
        problems: [],
        details: {encoding, parse: {...parse, delimiter}}
      };
    } catch (error) {
      return refuse(path, toRefusal(error));
    }
  }
};

/** The things, with the other columns of the file in the types that they have. */
function toItemTable(
  items: readonly Item[],
  {header, rows}: CsvRecords,
  {kind}: InventoryColumns
): {name: string; columns: DataColumn[]; key: readonly string[]} {
  const own = toFieldTable("inventory", items, ITEM_FIELDS);
  const taken = new Set(own.columns.map(({name}) => name));
  const names = toUniqueNames(header.map(toSnakeName));
  const records = rows.map(({fields}) =>
    Object.fromEntries(names.map((name, i) => [name, fields[i]?.trim() ?? ""]))
  );
  const kept = toTable("", records, {readsText: true}).columns.filter(({name}) => !taken.has(name));
  const columns = kind === null ? own.columns.filter(({name}) => name !== "kind") : own.columns;
  return {name: "inventory", columns: [...columns, ...kept], key: ITEM_KEY};
}

function findColumns(text: string): InventoryColumns | null {
  const head = text.slice(0, HEAD_CHARACTERS);
  if (!PLACE_WORD.test(/^.*/.exec(head)![0])) return null;
  for (const delimiter of DELIMITERS) {
    const [header = [], ...rows] = Papa.parse<string[]>(head, {
      delimiter,
      preview: HEAD_ROWS,
      skipEmptyLines: true
    }).data;
    if (header.length < 3) continue;
    const columns = toInventoryColumns(header, rows);
    if (columns) return columns;
  }
  return null;
}
