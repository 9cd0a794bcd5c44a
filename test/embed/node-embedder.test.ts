import {cp, mkdir, mkdtemp, rm} from "node:fs/promises";
import {tmpdir} from "node:os";
import {basename, join} from "node:path";
import {afterAll, beforeAll, describe, expect, test} from "vitest";
import {toTokenizerJson} from "../../src/cli/model/tokenizer.ts";
import type {Embedder} from "../../src/embed/embedder.ts";
import type {ModelFile} from "../../src/embed/model-files.ts";
import {nearest} from "../../src/embed/nearest.ts";
import {openNodeEmbedder} from "../../src/embed/node-embedder.ts";
import {hasVector, vectorAt} from "../../src/embed/vectors.ts";
import {UnavailableError} from "../../src/lib/errors.ts";
import {MODELS_FOLDER, POTION_FOLDER, hasPotion} from "./installed-models.ts";
import {LOOK_UP, NEEDS_RUNTIME, TINY_TOKENS, toTinyModel, toTinyOnnx} from "./tiny-model.ts";
import {writeTinyModel} from "./write-model.ts";

const ALIKE = [
  ["unpaid invoices of last month", "bills that customers have not paid yet"],
  ["the freezer is full", "no room left in the fridge for frozen food"],
  ["deploy the service to kubernetes", "run the containers on the cluster"],
  ["my heart rate during the morning run", "pulse while jogging"],
  ["a playlist of songs for the gym", "music tracks to listen to during a workout"],
  ["flight to Lisbon on Tuesday", "plane ticket to Portugal"]
] as const;

describe.each([join(MODELS_FOLDER, "builtin"), ...(hasPotion ? [POTION_FOLDER] : [])])(
  "openNodeEmbedder(%j)",
  (folder) => {
    let embedder: Embedder;
    beforeAll(async () => {
      embedder = await openNodeEmbedder(folder);
    });
    afterAll(() => embedder.close());

    test("embedder.model is the folder's name, embedder.dimensions what its vectors have", async () => {
      expect(embedder.model).toBe(basename(folder));
      expect(await embedder.embed(["a", "b"])).toHaveLength(2 * embedder.dimensions);
    });

    test("embedder.embed(texts) puts each text next to the one that means much the same", async () => {
      const lefts = await embedder.embed(ALIKE.map(([left]) => left));
      const rights = await embedder.embed(ALIKE.map(([, right]) => right));
      const found = ALIKE.map(
        (_, row) => nearest(vectorAt(lefts, embedder.dimensions, row), rights)[0]?.row
      );
      expect(found).toEqual(ALIKE.map((_, row) => row));
    });

    test("embedder.embed(texts) gives length 1 or all zeros, whatever the text", async () => {
      const texts = [
        "",
        " ",
        "\0",
        "\u200b",
        "😀",
        "🏳️‍🌈",
        "中文",
        "ß",
        "x".repeat(300),
        "\ud800",
        "[PAD]",
        "123",
        "e\u0301"
      ];
      const vectors = await embedder.embed(texts);
      expect(vectors.some(Number.isNaN)).toBe(false);
      texts.forEach((_, row) => {
        const length = Math.hypot(...vectorAt(vectors, embedder.dimensions, row));
        expect(length).toBeCloseTo(hasVector(vectors, embedder.dimensions, row) ? 1 : 0, 4);
      });
    });

    test("embedder.embed(texts) gives the same vector whatever else is in the batch", async () => {
      const alone = await embedder.embed(["a quiet evening at home"]);
      const among = await embedder.embed(["x ".repeat(500), "a quiet evening at home", "hello"]);
      const row = vectorAt(among, embedder.dimensions, 1);
      alone.forEach((value, i) => expect(row[i]).toBeCloseTo(value, 6));
    });

    test("embedder.embed([a megabyte]) gives a vector in a few seconds", async () => {
      const text = "the samples in the third rack of the freezer were moved on Monday. ".repeat(
        16_000
      );
      expect(text.length).toBeGreaterThan(1_000_000);
      const vectors = await embedder.embed([text, "x".repeat(1_000_000)]);
      expect(hasVector(vectors, embedder.dimensions, 0)).toBe(true);
    }, 30_000);
  }
);

describe("builtin", () => {
  test("text in any script, and emoji, have a vector", async () => {
    const embedder = await openNodeEmbedder(join(MODELS_FOLDER, "builtin"));
    const texts = [
      "😀",
      "中文",
      "Привет, мир",
      "مرحبا",
      "こんにちは",
      "안녕하세요",
      "Größe",
      "ꙮ",
      "x".repeat(300)
    ];
    const vectors = await embedder.embed(texts);
    expect(texts.filter((_, row) => !hasVector(vectors, embedder.dimensions, row))).toEqual([]);
    await embedder.close();
  });

  test("texts in other scripts are alike by the characters that they share", async () => {
    const embedder = await openNodeEmbedder(join(MODELS_FOLDER, "builtin"));
    const [query, ...texts] = ["我喜欢喝咖啡", "他也喜欢咖啡", "天气预报说明天下雨"];
    const found = nearest(await embedder.embed([query]), await embedder.embed(texts));
    expect(found[0]!.row).toBe(0);
    expect(found[0]!.score).toBeGreaterThan(found[1]!.score + 0.2);
    await embedder.close();
  });
});

describe("a model that cannot be opened is one clear UnavailableError", () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "lakebook models "));
    await cp(join(MODELS_FOLDER, "builtin"), join(folder, "half"), {recursive: true});
    await rm(join(folder, "half/onnx/model.onnx"));
    await mkdir(join(folder, "tiny"));
  });
  afterAll(() => rm(folder, {recursive: true}));

  test("a file is missing: it names the model, the file and the folder", async () => {
    const error = await openNodeEmbedder(join(folder, "half")).catch((error: unknown) => error);
    expect(error).toBeInstanceOf(UnavailableError);
    expect(String(error)).toContain(
      `"half" lacks onnx/model.onnx (looked at ${join(folder, "half")})`
    );
  });

  test("the folder is missing: it names the models that are there", async () => {
    await expect(openNodeEmbedder(join(folder, "none"))).rejects.toThrow(
      `embedding model not found: "none" in ${folder} (there are: half, tiny)`
    );
  });

  test.each<[string, Partial<Record<ModelFile, string | Uint8Array>>, string]>([
    ["the graph is none", {"onnx/model.onnx": "not a model"}, "protocol buffer"],
    [
      "the graph is cut off",
      {"onnx/model.onnx": toTinyOnnx(LOOK_UP).slice(0, -30)},
      "protocol buffer cut off"
    ],
    ["the tokenizer is cut off", {"tokenizer.json": '{"model": '}, "tokenizer.json is no JSON"],
    ["the tokenizer is none", {"tokenizer.json": "{}"}, "tokenizer.json not understood"],
    [
      "the tokenizer is another model's",
      {"tokenizer.json": toTokenizerJson([...TINY_TOKENS, "b"])},
      "tokenizer.json names token 6, onnx/model.onnx has 6 tokens"
    ],
    [
      "the dimensions are wrong",
      {"config.json": JSON.stringify({hidden_size: 3})},
      "config.json says 3 dimensions, the vectors have 2"
    ],
    [
      "the graph is nothing that the runtime knows",
      {"onnx/model.onnx": toTinyOnnx([{op: "Nonsense", inputs: ["table"], output: "x"}])},
      "unreadable"
    ]
  ])("%s: it names the model and what is wrong", async (_, files, reason) => {
    await writeTinyModel(join(folder, "tiny"), toTinyModel(files));
    const error = await openNodeEmbedder(join(folder, "tiny")).catch((error: unknown) => error);
    expect(error).toBeInstanceOf(UnavailableError);
    expect(String(error)).toContain(`embedding model unreadable: "tiny" at ${folder}`);
    expect(String(error)).toContain(reason);
  });
});

test("a model that does more than look words up goes through the runtime, all of a long text", async () => {
  const folder = await mkdtemp(join(tmpdir(), "lakebook models "));
  const relu = {"onnx/model.onnx": toTinyOnnx(NEEDS_RUNTIME)};
  await writeTinyModel(folder, toTinyModel(relu));
  const embedder = await openNodeEmbedder(folder);
  expect(embedder.backend?.name).toBe("cpu");
  // the model takes 8 tokens; "?" is an unknown one, whose row is 1 and 0
  const vectors = await embedder.embed(["a", `${"a ".repeat(50)}${"? ".repeat(250)}`]);
  [0.6, 0.8, 0.8944, 0.4472].forEach((value, i) => expect(vectors[i]).toBeCloseTo(value, 4));
  await embedder.close();
  await rm(folder, {recursive: true});
});
