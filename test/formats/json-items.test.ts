import {expect, test} from "vitest";
import {walkJsonItems} from "../../src/formats/json-items.ts";
import {InputError} from "../../src/lib/errors.ts";

async function collect(text: string, size: number): Promise<unknown[]> {
  const bytes = new TextEncoder().encode(text);
  const items: unknown[] = [];
  const source = {
    path: "a.json",
    size: bytes.length,
    slice: (start: number, end: number) => Promise.resolve(bytes.slice(start, end)),
    async *stream() {
      for (let i = 0; i < bytes.length; i += size)
        yield await Promise.resolve(bytes.slice(i, i + size));
    }
  };
  for await (const item of walkJsonItems(source)) items.push(item);
  return items;
}

test("walkJsonItems(source) gives the objects of the first list of objects, wherever the pieces end", async () => {
  const items = [{a: 'x"}]\\', b: [{c: 1}]}, {d: {e: "é[{"}}, {}];
  for (const size of [1, 3, 1500, 10_000]) {
    expect(await collect(JSON.stringify(items), size)).toEqual(items);
    const wrapped = JSON.stringify({n: [1, 2], pad: "y".repeat(1400), list: items, z: [{no: 1}]});
    expect(await collect(wrapped, size)).toEqual(items);
  }
});

test("walkJsonItems(source) gives nothing where there is no list of objects", async () => {
  for (const text of ["", "{}", "[]", "[1, [2]]", '{"a": {"b": 1}}'])
    expect(await collect(text, 4)).toEqual([]);
});

test("walkJsonItems(source) throws at an object that is no JSON, after those before it", async () => {
  await expect(collect('[{"a": 1}, {"b": }]', 100)).rejects.toThrow(InputError);
});
