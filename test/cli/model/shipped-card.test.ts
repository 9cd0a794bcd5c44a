import {readFile} from "node:fs/promises";
import {join} from "node:path";
import {fileURLToPath} from "node:url";
import {expect, test} from "vitest";
import type {ModelSpec} from "../../../src/cli/model/build-model.ts";
import type {Provenance} from "../../../src/cli/model/provenance.ts";

const SHIPPED = fileURLToPath(new URL("../../../data/models/builtin", import.meta.url));

test("the card of the shipped model says what it was trained with", async () => {
  const card = (await readFile(join(SHIPPED, "CARD.txt"), "utf8")).replace(/\s+/g, " ");
  const provenance = JSON.parse(
    await readFile(join(SHIPPED, "training.json"), "utf8")
  ) as Provenance & {readonly spec: ModelSpec};
  const {spec, texts} = provenance;
  const count = (value: number): string => value.toLocaleString("en-GB");
  for (const fact of [
    `seed "${spec.seed}"`,
    `${spec.dimensions} numbers`,
    `${count(spec.vocabularySize)} tokens`,
    `${count(spec.steps)} batches of ${count(spec.batchSize)} pairs`,
    `cosine x ${spec.scale}`,
    `rate ${spec.rate}`,
    `${spec.warmUpSteps} warm-up steps`,
    `${100 * spec.alikeShare} % of the batches`,
    `${texts.filter(({weight}) => weight !== undefined).length} files of openly licensed English`
  ])
    expect(card).toContain(fact);
});
