import {mkdtempSync, rmSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterAll, beforeAll, expect, test} from "vitest";
import {detect} from "../../src/connectors/detect.ts";
import {NativeEngine} from "../../src/lake/native-engine.ts";
import {FileReader} from "../../src/lake/read-file.ts";
import {toByteSource} from "../../src/model/bytes.ts";
import type {ParseOptions} from "../../src/model/parse-options.ts";
import {makeZip} from "../formats/archive/archives.ts";

const folder = mkdtempSync(join(tmpdir(), "lakebook-test-"));
let engine: NativeEngine;
beforeAll(async () => {
  engine = await NativeEngine.open({work: folder});
});
afterAll(() => {
  engine.close();
  rmSync(folder, {recursive: true, force: true});
});

async function readZip(content: Record<string, string | Uint8Array>, parse?: ParseOptions) {
  const reader = new FileReader(engine, {detect});
  try {
    const {sources, problems} = await reader.read(toByteSource("a.zip", makeZip(content)), {parse});
    const columns = sources.map(({columns}) => columns.map(({name}) => name));
    return {columns, problems: problems.map(({what}) => what)};
  } finally {
    await reader.close();
  }
}

test("read(source, {parse}) reads each file of an archive as it is told of the archive", async () => {
  const files = {"one.csv": "note\na,b|c,d\n1,2|3,4\n"};
  const parse = {format: "zip", delimiter: "|", skip: 1};
  expect(await readZip(files, parse)).toEqual({columns: [["a,b", "c,d"]], problems: []});
});

test("read(source, {parse}) opens an archive also where the connector of its files is named", async () => {
  const parse = {format: "zip", connector: "hevy"};
  expect(await readZip({"one.csv": "a,b\n1,2\n"}, parse)).toEqual({
    columns: [["a", "b"]],
    problems: []
  });
});

test("read(source) opens three archives in each other, and tells of a fourth", async () => {
  const third = makeZip({"one.csv": "a\n1\n"});
  const second = {"third.zip": third};
  expect(await readZip({"second.zip": makeZip(second)})).toEqual({columns: [["a"]], problems: []});
  const deep = await readZip({"first.zip": makeZip({"second.zip": makeZip(second)})});
  expect(deep.columns).toEqual([]);
  expect(deep.problems).toEqual([expect.stringContaining("nested more than 3 deep")]);
});
