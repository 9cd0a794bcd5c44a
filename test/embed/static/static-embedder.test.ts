import {readFile} from "node:fs/promises";
import {join} from "node:path";
import {expect, test} from "vitest";
import {createBatchedEmbedder} from "../../../src/embed/batched-embedder.ts";
import {openNodeEmbedder} from "../../../src/embed/node-embedder.ts";
import {openNodePipeline} from "../../../src/embed/node-pipeline.ts";
import {MODELS_FOLDER, POTION_FOLDER, hasPotion} from "../installed-models.ts";

const ODD_TEXTS = [
  "😀 🏳️‍🌈 👩‍👩‍👧 ok👍🏽",
  "مرحبا بالعالم، كيف حالك؟ שלום עולם",
  "我喜欢喝咖啡 and こんにちは 안녕하세요 세계",
  "Größe ÉCOLE naïve İstanbul ΟΔΟΣ. ὈΔΥΣΣΕΎΣ ﬁne ǅ",
  "e\u0301 a\u0308\u200b b\u00adc \u0301x",
  "[PAD] [CLS]x[SEP] hello [MASK]s [UNK]",
  "a\u00a0b\u3000c\u2028d\u0085e\ufeff\v\f g",
  "\ud800 x \udc00",
  "\0null\ufffd \u{10ffff}",
  "don't stop—believing… “quoted” 3.14% $5_000 a_b ~`^|<>+=",
  "x".repeat(300),
  "한글".repeat(6000)
];

// a model of others has another layout: one table of int8
test.each([join(MODELS_FOLDER, "builtin"), ...(hasPotion ? [POTION_FOLDER] : [])])(
  "openNodeEmbedder(%j) looks words up by itself, and gives what the runtime gives, to 1e-6",
  async (folder) => {
    const prose = await readFile(join(import.meta.dirname, "../../../README.md"), "utf8");
    const texts = [...prose.split(/[.\n]/), ...ODD_TEXTS, prose.repeat(3)];
    const ours = await openNodeEmbedder(folder);
    const theirs = createBatchedEmbedder("same", await openNodePipeline(folder));
    expect([ours.backend?.name, theirs.backend?.name]).toEqual(["static", "cpu"]);
    const [found, expected] = [await ours.embed(texts), await theirs.embed(texts)];
    const worst = found.reduce((max, value, i) => Math.max(max, Math.abs(value - expected[i]!)), 0);
    expect(worst).toBeLessThan(1e-6);
    expect(found.some((value) => value !== 0)).toBe(true);
    await Promise.all([ours.close(), theirs.close()]);
  }
);
