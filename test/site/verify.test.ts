import {mkdir, mkdtemp, rm, writeFile} from "node:fs/promises";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterEach, beforeEach, expect, test} from "vitest";
import {findFaults} from "../../src/site/verify.ts";

let dist: string;
beforeEach(async () => {
  dist = await mkdtemp(join(tmpdir(), "lakebook-dist-"));
  await mkdir(join(dist, "_import"));
  await writeFile(join(dist, "_import/site.js"), "");
});
afterEach(() => rm(dist, {recursive: true}));

const write = (html: string): Promise<void> => writeFile(join(dist, "index.html"), html);

test("findFaults(dist) finds nothing in a whole site", async () => {
  await write(
    `<a href="./index"></a><a href="./index.html?x=1#y"></a><script type="module">import {x} from "./_import/site.js";</script>`
  );
  expect(await findFaults(dist)).toEqual([]);
});

test("findFaults(dist) names what a page refers to and does not have", async () => {
  await write(
    `<script type="module" src="./site.js"></script><script type="module">import("./_import/gone.js")</script>`
  );
  expect(await findFaults(dist)).toEqual([
    "index.html: refers to ./site.js, which is not there",
    "index.html: refers to ./_import/gone.js, which is not there"
  ]);
});

test("findFaults(dist) finds a cell that does not compile, which Framework builds without a word", async () => {
  await write(
    `<div class="observablehq observablehq--block observablehq--error">SyntaxError</div>`
  );
  expect(await findFaults(dist)).toEqual([
    "index.html: a cell does not compile; open the page to see which"
  ]);
});
