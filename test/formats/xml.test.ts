import {expect, test} from "vitest";
import {xml} from "../../src/formats/xml.ts";
import {read, toColumns} from "./read.ts";

test("xml reads what repeats below the root as rows, with attributes and single children as columns", async () => {
  const {tables, problems, details} = await read(
    xml,
    `<?xml version="1.0" encoding="UTF-8"?><!DOCTYPE shop [<!ENTITY x "y">]>
     <shop name="Corner"><!-- two -->
       <item id="1" price="2.50"><name>Tea &amp; cake</name><sold>true</sold></item>
       <item id="2" price="3"><name><![CDATA[<b>]]></name><sold>false</sold></item>
     </shop>`
  );
  expect(problems).toEqual([]);
  expect(tables.map(({name}) => name)).toEqual([""]);
  expect(toColumns(tables[0])).toEqual({
    id: ["BIGINT", [1, 2]],
    price: ["DOUBLE", [2.5, 3]],
    name: ["VARCHAR", ["Tea & cake", "<b>"]],
    sold: ["BOOLEAN", [true, false]]
  });
  expect(details).toMatchObject({root: "shop", about: {name: "Corner"}});
});

test("xml reads text messages with their attributes, and emoji that are written as halves", async () => {
  const {tables} = await read(
    xml,
    `<smses count="3"><sms address="+15550100" date="1700000000000" body="Hi &#55357;&#56832; &#10;there" subject="null"/>
     <sms address="+15550101" date="1700000001000" body="" subject="null"/>
     <mms date="1"><parts><part seq="0"/><part seq="1"/></parts></mms></smses>`
  );
  expect(tables.map(({name}) => name)).toEqual(["sms", "mms", "part"]);
  expect(toColumns(tables[0])).toEqual({
    address: ["VARCHAR", ["+15550100", "+15550101"]],
    date: ["BIGINT", [1700000000000, 1700000001000]],
    body: ["VARCHAR", ["Hi 😀 \nthere", ""]],
    subject: ["VARCHAR", ["null", "null"]]
  });
  expect(toColumns(tables[1])).toEqual({
    mms_row: ["BIGINT", [1]],
    date: ["BIGINT", [1]]
  });
  expect(toColumns(tables[2])).toEqual({mms_row: ["BIGINT", [1, 1]], seq: ["BIGINT", [0, 1]]});
});

test("xml makes a child table of what repeats within a row, with the parent's id as key", async () => {
  const {tables} = await read(
    xml,
    `<orders>
       <order id="a7"><customer>Ada</customer><lines total="2"><line><sku>x</sku></line><line><sku>y</sku></line></lines></order>
       <order id="b8"><customer>Bob</customer><lines total="1"><line><sku>z</sku><tag>1</tag><tag>2</tag></line></lines></order>
     </orders>`
  );
  expect(tables.map(({name}) => name)).toEqual(["order", "line", "tag"]);
  expect(tables.map(toColumns)).toEqual([
    {
      id: ["VARCHAR", ["a7", "b8"]],
      customer: ["VARCHAR", ["Ada", "Bob"]],
      lines: ['STRUCT("total" BIGINT)', [{total: 2}, {total: 1}]]
    },
    {
      line_row: ["BIGINT", [1, 2, 3]],
      order_id: ["VARCHAR", ["a7", "a7", "b8"]],
      sku: ["VARCHAR", ["x", "y", "z"]]
    },
    {line_row: ["BIGINT", [3, 3]], tag: ["BIGINT", [1, 2]]}
  ]);
});

test("xml numbers parents that have no id, and keeps a child that stands alone in its table", async () => {
  const {tables} = await read(
    xml,
    "<r><b><t>1</t><a>x</a><a>y</a></b><b><t>2</t><a>z</a></b><b><t>3</t></b></r>"
  );
  expect(tables.map(toColumns)).toEqual([
    {b_row: ["BIGINT", [1, 2, 3]], t: ["BIGINT", [1, 2, 3]]},
    {b_row: ["BIGINT", [1, 1, 2]], a: ["VARCHAR", ["x", "y", "z"]]}
  ]);
});

test("xml keeps elements within their like in one table, each with its parent", async () => {
  const {tables} = await read(
    xml,
    '<opml><body><outline text="a"><outline text="b"><outline text="c"/></outline></outline><outline text="d"/></body></opml>'
  );
  expect(tables.map(toColumns)).toEqual([
    {
      outline_row: ["BIGINT", [1, 2, 3, 4]],
      parent_row: ["BIGINT", [null, 1, 2, null]],
      text: ["VARCHAR", ["a", "b", "c", "d"]]
    }
  ]);
});

test("xml keeps the prefixes of elements that would be called alike without", async () => {
  const {tables} = await read(
    xml,
    '<rss xmlns:m="urn:m"><item><title>a</title><m:title>b</m:title><m:url>u</m:url></item><item/></rss>'
  );
  expect(toColumns(tables[0])).toEqual({
    title: ["VARCHAR", ["a", null]],
    "m:title": ["VARCHAR", ["b", null]],
    url: ["VARCHAR", ["u", null]]
  });
});

test("xml reads the encoding that the document declares", async () => {
  const {tables, details} = await read(
    xml,
    Buffer.from('<?xml version="1.0" encoding="iso-8859-5"?><r><a>\xd9</a><a>x</a></r>', "latin1")
  );
  expect(toColumns(tables[0])).toEqual({a: ["VARCHAR", ["й", "x"]]});
  expect(details).toMatchObject({encoding: "iso-8859-5"});
});

test("xml keeps digits that are no number: leading zeros, plus signs, long ids", async () => {
  const {tables} = await read(
    xml,
    '<r><a z="01234" p="+1" l="12345678901234567890" e=""/><a z="5" p="2" l="1" e="7"/></r>'
  );
  expect(toColumns(tables[0])).toEqual({
    z: ["VARCHAR", ["01234", "5"]],
    p: ["VARCHAR", ["+1", "2"]],
    l: ["VARCHAR", ["12345678901234567890", "1"]],
    e: ["BIGINT", [null, 7]]
  });
});

test("xml goes through single elements to what repeats within", async () => {
  const {tables, details} = await read(
    xml,
    '<rss version="2.0"><channel><title>News</title><item><t>1</t></item><item><t>2</t></item></channel></rss>'
  );
  expect(toColumns(tables[0])).toEqual({t: ["BIGINT", [1, 2]]});
  expect(details).toMatchObject({about: {version: "2.0", channel: {title: "News"}}});
});

test("xml reads a document in which nothing repeats as one row", async () => {
  const {tables} = await read(xml, "<config><db host='h'/><log>info</log></config>");
  expect(toColumns(tables[0])).toEqual({
    db: ['STRUCT("host" VARCHAR)', [{host: "h"}]],
    log: ["VARCHAR", ["info"]]
  });
});

test("xml drops namespace prefixes, and tells an attribute from a child of its name", async () => {
  const {tables} = await read(
    xml,
    '<x:r xmlns:x="urn:x"><x:a id="1"><id>2</id></x:a><x:a id="3"><id>4</id></x:a></x:r>'
  );
  expect(toColumns(tables[0])).toEqual({"@id": ["BIGINT", [1, 3]], id: ["BIGINT", [2, 4]]});
});

test("xml refuses an entity that a document declares where it is used, so that none can grow or fetch", async () => {
  const bomb = `<!DOCTYPE r [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;"><!ENTITY f SYSTEM "file:///etc/passwd">]>`;
  for (const name of ["b", "f"]) {
    const {tables, problems} = await read(xml, `${bomb}\n<r><v>&${name};</v></r>`);
    expect(tables).toEqual([]);
    expect(problems[0]!.where).toBe("line 2, column 9");
    expect(problems[0]!.what).toMatch(`no XML: entity refused: &${name};`);
  }
});

test("xml leaves an entity as it stands that nothing declares", async () => {
  const {tables} = await read(xml, "<r><v>a&nbsp;b</v><v>AT&amp;T</v></r>");
  expect(toColumns(tables[0])).toEqual({v: ["VARCHAR", ["a&nbsp;b", "AT&T"]]});
});

test("xml puts characters in the place of numbers that XML forbids, and tolerates control characters", async () => {
  const {tables} = await read(
    xml,
    "\n<?xml version='1.0'?><r><v>&#0;&#xD83D; \u0008</v><v>&#x1F600;</v></r>"
  );
  expect(toColumns(tables[0])).toEqual({v: ["VARCHAR", ["\ufffd\ufffd \b", "😀"]]});
});

test.each([
  ["<a>\n<b></a>", "line 2, column 7", "no XML: unexpected close tag"],
  ["<a><b/>", "line 1, column 7", "no XML: unclosed tag: a"],
  ["<a/><b/>", "line 1, column 7", "no XML: documents may contain only one root"],
  ["<a x=1/>", "line 1, column 6", "no XML: unquoted attribute value"],
  ["<a x/>", "line 1, column 5", "no XML: disallowed character in attribute name"],
  ['<a x="1" x="2"/>', "line 1, column 16", "no XML: duplicate attribute: x"],
  ["<a><!-- </a>", "line 1, column 12", "no XML: unclosed tag: a"],
  ["<a></a>text", "line 1, column 11", "no XML: text data outside of root node"],
  ["<a></a>\n</b>", "line 2, column 4", "no XML: unmatched closing tag: b"],
  ["<a>&b</a>;", "line 1, column 10", 'no XML: "&" that begins no entity'],
  ["just text", "line 1, column 9", "no XML: text data outside of root node"]
])("xml refuses %j with line and column", async (text, where, what) => {
  const {tables, problems} = await read(xml, text);
  expect(tables).toEqual([]);
  expect(problems).toEqual([{file: "a.xml", where, what}]);
});

test("xml refuses what is nested without end", async () => {
  const {problems} = await read(xml, "<a>".repeat(100_000));
  expect(problems[0]!.what).toBe("no XML: nested deeper than 1000 elements");
});
