import {join} from "node:path";
import {expect, test} from "vitest";
import {openNodeEmbedder} from "../../src/embed/node-embedder.ts";
import {vectorAt} from "../../src/embed/vectors.ts";
import {MODELS_FOLDER} from "./installed-models.ts";

const TEXTS = [
  "hello world",
  "Unpaid invoices of the last quarter",
  "Größe, 中文, 😀 and a heart rate of 148 bpm",
  "The samples in the third rack of the freezer were moved on Monday, because the door had been left open."
];

// after a change of the model: npx vitest run --project node test/embed/node-vectors.test.ts -u
test("embedder.embed(texts) gives the vectors that the browser's test compares its own with", async () => {
  const embedder = await openNodeEmbedder(join(MODELS_FOLDER, "builtin"));
  const vectors = await embedder.embed(TEXTS);
  const rows = TEXTS.map((text, row) => ({
    text,
    vector: Array.from(vectorAt(vectors, embedder.dimensions, row), (value) =>
      value.toFixed(4)
    ).join(" ")
  }));
  await embedder.close();
  await expect(`${JSON.stringify(rows, null, 2)}\n`).toMatchFileSnapshot(
    "../browser/embed/node-vectors.json"
  );
});
