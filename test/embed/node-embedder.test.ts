import {cp, mkdtemp, rm, writeFile} from "node:fs/promises";
import {tmpdir} from "node:os";
import {basename, join} from "node:path";
import {afterAll, beforeAll, describe, expect, test} from "vitest";
import type {Embedder} from "../../src/embed/embedder.ts";
import {nearest} from "../../src/embed/nearest.ts";
import {openNodeEmbedder} from "../../src/embed/node-embedder.ts";
import {hasVector, vectorAt} from "../../src/embed/vectors.ts";
import {UnavailableError} from "../../src/lib/errors.ts";
import {MODELS_FOLDER, POTION_FOLDER, hasPotion} from "./installed-models.ts";

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
    await cp(join(MODELS_FOLDER, "builtin"), join(folder, "broken"), {recursive: true});
    await writeFile(join(folder, "broken/onnx/model.onnx"), "not a model");
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
      `embedding model not found: "none" in ${folder} (there are: broken, half)`
    );
  });

  test("a file is broken: it names the model and what the runtime says", async () => {
    const error = await openNodeEmbedder(join(folder, "broken")).catch((error: unknown) => error);
    expect(error).toBeInstanceOf(UnavailableError);
    expect(String(error)).toContain('embedding model unreadable: "broken"');
  });
});
