import {expect, test} from "vitest";
import {walkElements} from "../../src/formats/xml-stream.ts";
import type {ElementWalk} from "../../src/formats/xml-stream.ts";
import type {XmlElement} from "../../src/formats/xml-tree.ts";
import {XmlError} from "../../src/formats/xml-walk.ts";
import {toByteSource} from "../../src/model/bytes.ts";

/** The bytes in pieces of one to three, so that every character and every tag is cut somewhere. */
async function* crumble(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  await Promise.resolve();
  for (let start = 0, size = 1; start < bytes.length; start += size, size = (size % 3) + 1)
    yield bytes.subarray(start, start + size);
}

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);

async function collect(
  source: Parameters<typeof walkElements>[0],
  walk: Omit<ElementWalk, "onElement">
): Promise<{elements: string[]; encoding: string}> {
  const elements: string[] = [];
  const {encoding} = await walkElements(source, {
    ...walk,
    onElement: (element, ancestors) =>
      elements.push([...ancestors.map(({name}) => name), show(element)].join("/"))
  });
  return {elements, encoding};
}

function show({name, attributes, children, text}: XmlElement): string {
  const inner = [...attributes].map(([key, value]) => `${key}=${value}`);
  return `${name}(${[...inner, ...children.map(show), ...(text === "" ? [] : [text])].join(" ")})`;
}

test("walkElements(source, walk) hands over complete elements with their ancestors, however the bytes are cut", async () => {
  const text = `<?xml version="1.0"?><h:health locale="de"><Export/><Record type="a" v="1"/>
    <Group id="7"><Record type="b"><Meta key="k">é &lt; <![CDATA[<x>]]></Meta> &#55357;&#56832; </Record></Group></h:health>`;
  const expected = [
    "health/Record(type=a v=1)",
    "health/Group/Record(type=b Meta(key=k é < <x>) 😀)"
  ];
  for (const source of [toByteSource("a.xml", encode(text)), crumble(encode(text))])
    expect((await collect(source, {names: ["Record"]})).elements).toEqual(expected);
});

test("walkElements(source, walk) hands over an element within another one on its own, with what its ancestors had so far", async () => {
  const ids: (string | undefined)[] = [];
  const names: string[] = [];
  await walkElements(
    crumble(encode("<t><Activity><Id>x</Id><Lap n='1'><P/><P/></Lap><Note/></Activity></t>")),
    {
      names: ["Activity", "Lap", "P"],
      onElement(element, ancestors) {
        names.push(`${element.name}:${element.children.map(({name}) => name).join("+")}`);
        ids.push(ancestors[1]?.children.find(({name}) => name === "Id")?.text);
      }
    }
  );
  expect(names).toEqual(["P:", "P:", "Lap:", "Activity:Id+Note"]);
  expect(ids).toEqual(["x", "x", "x", undefined]);
});

test("walkElements(source, walk) tells of elements outside with their attributes", async () => {
  const seen: string[] = [];
  await walkElements(crumble(encode('<r n="2"><a><b/></a><c/></r>')), {
    names: ["a"],
    onElement: () => undefined,
    onOpen: ({name, attributes}) => seen.push(name + (attributes.get("n") ?? ""))
  });
  expect(seen).toEqual(["r2", "c"]);
});

test.each([
  [
    "UTF-16 with a byte order mark",
    [0xff, 0xfe, ...Buffer.from("<r><a>é</a></r>", "utf16le")],
    "utf-16le"
  ],
  ["UTF-8 with a byte order mark", [0xef, 0xbb, 0xbf, ...encode("<r><a>é</a></r>")], "utf-8"],
  [
    "a declared encoding",
    [...encode('<?xml version="1.0" encoding="windows-1251"?><r><a>'), 0xe9, ...encode("</a></r>")],
    "windows-1251"
  ],
  [
    "Windows-1252 that is not declared",
    [...encode("<r><a>"), 0xe9, ...encode("</a></r>")],
    "windows-1252"
  ]
])("walkElements(source, walk) reads %s", async (_, bytes, encoding) => {
  const letter = encoding === "windows-1251" ? "й" : "é";
  expect(await collect(crumble(Uint8Array.from(bytes)), {names: ["a"]})).toEqual({
    elements: [`r/a(${letter})`],
    encoding
  });
});

test("walkElements(source, walk) throws where a file is cut off, after the elements before", async () => {
  const seen: string[] = [];
  const walk = walkElements(crumble(encode("<r><a/>\n<a/><a")), {
    names: ["a"],
    onElement: ({name}) => seen.push(name)
  });
  await expect(walk).rejects.toThrow(XmlError);
  await expect(walk).rejects.toMatchObject({line: 2});
  expect(seen).toEqual(["a", "a"]);
});

test("walkElements(source, walk) holds no more than a piece of a file, and stops when asked to", async () => {
  const block = encode(
    '<Record type="HKQuantityTypeIdentifierStepCount" value="12"/>\n'.repeat(4000)
  );
  async function* toLongFile(): AsyncGenerator<Uint8Array> {
    await Promise.resolve();
    yield encode("<HealthData>");
    for (let i = 0; i < 60; ++i) yield block;
    yield encode("</HealthData>");
  }
  let most = 0;
  let gathered = 0;
  let count = 0;
  await walkElements(toLongFile(), {
    names: ["Record"],
    onElement: () => void (++gathered, ++count),
    onPiece: async () => {
      most = Math.max(most, gathered);
      gathered = 0;
      await Promise.resolve();
    }
  });
  expect(count).toBe(240_000);
  expect(most).toBeLessThan(10_000);
  const signal = AbortSignal.abort(new Error("stopped"));
  await expect(
    walkElements(toLongFile(), {names: ["Record"], onElement: () => undefined, signal})
  ).rejects.toThrow("stopped");
});
