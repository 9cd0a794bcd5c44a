import {mkdtemp, rm, writeFile} from "node:fs/promises";
import {tmpdir} from "node:os";
import {join, relative} from "node:path";
import {expect, test} from "vitest";
import {runFramework} from "../../src/site/framework.ts";

test("a build fetches no package from a host, and says what to do instead", async () => {
  const root = await mkdtemp(join(tmpdir(), "lakebook-framework-"));
  try {
    // else it would empty the folder of the site that is built beside the tests; the file is looked for below this folder
    const output = JSON.stringify(join(root, "dist"));
    await writeFile(join(root, "observablehq.config.ts"), `export default {output: ${output}};\n`);
    await writeFile(
      join(root, "index.md"),
      '```js\nimport shuffle from "npm:knuth-shuffle";\n```\n'
    );
    await expect(runFramework(["build", "--root", relative(".", root)])).rejects.toThrow(
      /not fetched: https:\/\/.*knuth-shuffle.*import it by its path/
    );
  } finally {
    await rm(root, {recursive: true});
  }
});
