import {groupBy} from "../lib/group-by.ts";
import type {Connector, ConnectorTable} from "../model/format.ts";

/** The page of all connectors, and of how to write one, as Markdown; `example` is the text of a whole connector. */
export function toConnectorsPage(connectors: readonly Connector[], example: string): string {
  const sorted = connectors.toSorted((a, b) => a.label.localeCompare(b.label, "en"));
  // connectors with one help are one chapter: the training files
  const chapters = [...groupBy(sorted, ({help, name}) => help || name).values()];
  return [
    INTRODUCTION,
    toOverview(sorted),
    ...chapters.map(toChapter),
    WRITING,
    `\`\`\`ts run=false\n${example.trim()}\n\`\`\``,
    CHECKING
  ]
    .join("\n\n")
    .concat("\n");
}

const INTRODUCTION = `---
title: Connectors
---

# Connectors

Lakebook knows the exports below by what is in them, whatever the files are called, and makes typed tables of them with the field's usual names. Drop an export on any page, as it is, also inside of its ZIP, or put it into \`data/raw\`.

- Rows have a **natural key**: the next export, which repeats most of the last one, adds only what is new and changes what changed.
- Times whose offset is known are in UTC (\`TIMESTAMPTZ\`), and \`utc_offset_minutes\` beside them says what the clock on the wall was ahead. Times without an offset are that clock's reading (\`TIMESTAMP\`): no zone is guessed.
- Units are metric: metres, kilograms, seconds. What a file says otherwise is converted, and kept beside.
- A row that cannot be read is refused and kept with its text: in \`raw.rejects\` if it was imported on a page, in \`lake.rejects\` if it lies in \`data/raw\`.`;

const WRITING = `## Write your own connector

A connector is one file in \`data/connectors\`, in TypeScript or JavaScript. It is loaded when the lake is built (\`npm start\`, \`npm run build\`, \`build-lake\`) and by \`inspect\`, and it is asked before those above. Files that are dropped on a page are read by the connectors above only. A file that cannot be loaded is a problem that \`build-lake\` prints, with the reason; the others work.

| field | what |
|---|---|
| \`name\` | lower case, with hyphens; in \`lake.tables\` and in recipes |
| \`label\`, \`help\` | for people, on this page; help is Markdown |
| \`formats\` | the formats whose files it looks at: \`csv\`, \`json\`, \`xml\`, \`text\` … |
| \`recognise(sample)\` | whether this is such a file; \`sample.text\` is its first 64 KB. Look at the content: names change |
| \`tables\` | \`name\`, \`what\` one row is, and the \`key\`: columns that name a row for good |
| \`read(bytes, {path, parse, signal})\` | gives \`{tables, problems, rejects}\`; a file that must be refused has problems and no tables |
| \`stream(source, sink, context)\` | in the place of \`read\`, for files larger than memory: hands rows over with \`sink.write\` |

A table is \`{name, columns: [{name, type, values}]}\`. Types are \`BOOLEAN\`, \`BIGINT\`, \`DOUBLE\`, \`VARCHAR\`, \`DATE\`, \`TIMESTAMP\`, \`TIMESTAMPTZ\`, \`BLOB\`, \`{list: type}\`, \`{map: type}\` and \`{struct: {name: type}}\`; days and times are \`Date\` objects, what is missing is \`null\`.

\`src/connectors/kit/kit.ts\` has what most connectors need: \`readRecords\` and \`hasHeader\` for delimited text, \`toNumber\` for both decimal marks, \`toUtc\`, \`toClock\` and \`toZoned\` for times, \`toKilograms\` and \`toMetres\`, \`Refusals\` for rows that are refused, \`toFieldTable\` for tables.

This one is whole. It lies in \`data/connectors/thirsty.example.ts\`; without \`.example\` in its name it is loaded.`;

const CHECKING = `Try it on a file, then build the lake:

\`\`\`sh
npm run -s lakebook -- inspect my-export.csv
npm run -s lakebook -- build-lake
\`\`\``;

function toOverview(connectors: readonly Connector[]): string {
  const rows = connectors.map(
    ({label, formats, tables}) =>
      `| ${label} | ${formats.join(", ")} | ${tables.map(({name}) => `\`${name}\``).join(", ")} |`
  );
  return ["| export | files | tables |", "|---|---|---|", ...rows].join("\n");
}

function toChapter(connectors: readonly Connector[]): string {
  const [{help}] = connectors as [Connector];
  const tables = groupBy(
    connectors.flatMap(({tables}) => tables),
    ({name}) => name
  );
  return [
    `## ${connectors.map(({label}) => label).join(", ")}`,
    help,
    toTableList([...tables.values()].map(([table]) => table!))
  ]
    .filter((part) => part !== "")
    .join("\n\n");
}

function toTableList(tables: readonly ConnectorTable[]): string {
  const rows = tables.map(
    ({name, what, key}) =>
      `| \`${name}\` | ${what} | ${key.map((one) => `\`${one}\``).join(", ")} |`
  );
  return ["| table | one row | key |", "|---|---|---|", ...rows].join("\n");
}
