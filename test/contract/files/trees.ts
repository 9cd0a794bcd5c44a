import type {Cell, ContractFile, Sample} from "./contract-file.ts";
import {toFile, toUtf16} from "./contract-file.ts";
import {SAMPLES} from "./samples.ts";

const toRecords = ({columns, rows}: Sample): Record<string, Cell>[] =>
  rows.map((row) => Object.fromEntries(columns.map((name, i) => [name, row[i] ?? null])));

const escapeXml = (text: string): string =>
  text.replace(/[&<>"']/g, (char) => `&#${char.charCodeAt(0)};`);

const JSON_TEXTS: Readonly<Record<string, string>> = {
  nested: '[{"a":{"b":[1,2,{"c":null}]},"d":"x"},{"a":{"b":[]},"e":[[1],[2.5]]}]',
  map: '[{"m":{"2024-01-01":1,"2024-01-02":2,"2024-01-03":3}},{"m":{"2024-02-01":4}}]',
  mixed: '[{"a":1},{"a":"x"},{"a":[true]},{"a":null}]',
  long: '[{"a":9007199254740993,"b":12345678901234567890,"c":0.1,"d":1e300}]',
  instants: '[{"d":"2024-02-29","t":"2024-02-29T12:34:56.123456","z":"2024-02-29T12:34:56+02:00"}]',
  tables: '{"nodes":[{"id":1},{"id":2}],"links":[{"from":1,"to":2}],"made":"2024-01-01"}',
  pandas: '{"columns":["a","b"],"index":[0,1],"data":[[1,"x"],[2,null]]}',
  points:
    '{"type":"FeatureCollection","features":[{"type":"Feature","properties":{"n":"x"},"geometry":{"type":"Point","coordinates":[13.4,52.5]}}]}',
  emoji: '[{"a":"😀 \\ud83d\\ude00 é","b\\u0000":"\\u0000"}]',
  "no-json": '[{"a":1},]',
  nan: '[{"a":NaN}]',
  empty: "[]",
  single: '"x"',
  deep: `${"[".repeat(600)}${"]".repeat(600)}`
};

const XML_TEXTS: Readonly<Record<string, string>> = {
  orders:
    '<orders><order id="1"><line sku="a"/><line sku="b"/></order><order id="2"><line sku="c"/></order></orders>',
  outline:
    '<opml><body><outline text="a"><outline text="b"/></outline><outline text="c"/></body></opml>',
  rss: '<rss xmlns:m="u"><channel><title>N</title><item><title>a</title><m:title>b</m:title></item><item><title>c</title></item></channel></rss>',
  cdata: "<r><a><![CDATA[<b>&]]></a><a>x &amp; y</a></r>",
  halves: "<r><a>&#55357;&#56832;</a><a>&#0;</a></r>",
  bomb: '<!DOCTYPE r [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><r><v>&b;</v></r>',
  cut: "<r><a>1</a><a>2",
  latin: '<?xml version="1.0" encoding="iso-8859-1"?><r><a>x</a><a>y</a></r>',
  config: "<config><db host='h' port='5432'/><log>info</log></config>"
};

const PAGES: Readonly<Record<string, string>> = {
  spans:
    "<table><tr><th rowspan=2>City<th colspan=2>Rain<tr><th>May<th>June<tr><td>Ulm<td>1<td>2<tr><td>Kiel<td>3<td>4</table>",
  two: "<h1>x</h1><table><caption>One</caption><tr><th>a<th>b<tr><td>1<td>2</table><table><tr><td>c<td>d<tr><td>1<td>2</table>",
  none: "<!doctype html><title>Note</title><p>Some <b>text</b><script>x</script><p>more"
};

/** JSON, NDJSON, XML and web pages. */
export function makeTrees(): ContractFile[] {
  return [
    ...SAMPLES.flatMap((sample) => {
      const records = toRecords(sample);
      const text = JSON.stringify(records);
      const rows = records.map((record) =>
        Object.entries(record).map(([key, cell]): [string, string] => [
          key,
          escapeXml(String(cell ?? ""))
        ])
      );
      const {name, columns} = sample;
      return [
        toFile(`json/${name}.json`, text),
        toFile(`json/${name}-indented.json`, JSON.stringify({data: {items: records}}, null, 2)),
        toFile(
          `json/${name}-columns.json`,
          JSON.stringify(
            Object.fromEntries(columns.map((key) => [key, records.map((record) => record[key])]))
          )
        ),
        toFile(
          `json/${name}-keyed.json`,
          JSON.stringify(Object.fromEntries(records.map((record, i) => [`k${i}`, record])))
        ),
        toFile(`json/${name}-header.json`, JSON.stringify([columns, ...sample.rows])),
        toFile(`json/${name}-utf16.json`, toUtf16(text)),
        toFile(`json/${name}-bom.json`, `\ufeff${text}`),
        toFile(`json/${name}.ndjson`, records.map((record) => JSON.stringify(record)).join("\n")),
        toFile(
          `json/${name}-crlf.jsonl`,
          records.map((record) => `${JSON.stringify(record)}\r\n`).join("")
        ),
        toFile(
          `json/${name}-broken.ndjson`,
          records.map((record, i) => (i === 3 ? '{"cut": ' : JSON.stringify(record))).join("\n")
        ),
        toFile(
          `json/${name}-lines.json`,
          records.map((record) => JSON.stringify(record)).join("\n")
        ),
        toFile(
          `xml/${name}-children.xml`,
          `<r>${rows.map((row) => `<row>${row.map(([key, cell]) => `<${key}>${cell}</${key}>`).join("")}</row>`).join("")}</r>`
        ),
        toFile(
          `xml/${name}-attributes.xml`,
          `<r>${rows.map((row) => `<row ${row.map(([key, cell]) => `${key}="${cell}"`).join(" ")}/>`).join("\n")}</r>`
        ),
        toFile(
          `xml/${name}-utf16.xml`,
          toUtf16(
            `<?xml version="1.0" encoding="utf-16"?><r>${rows.map((row) => `<row v="${row[1]![1]}"/>`).join("")}</r>`
          )
        ),
        toFile(
          `html/${name}.html`,
          `<meta charset=utf-8><table><tr>${columns.map((key) => `<th>${key}`).join("")}${rows.map((row) => `<tr>${row.map(([, cell]) => `<td>${cell}`).join("")}`).join("")}</table>`
        )
      ];
    }),
    ...Object.entries(JSON_TEXTS).map(([name, text]) => toFile(`json/${name}.json`, text)),
    ...Object.entries(XML_TEXTS).map(([name, text]) => toFile(`xml/${name}.xml`, text)),
    ...Object.entries(PAGES).map(([name, text]) => toFile(`html/${name}.html`, text))
  ];
}
