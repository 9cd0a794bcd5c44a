import {readFile} from "node:fs/promises";
import {expect, test} from "vitest";
import {createKernels} from "../../../src/lib/vectors/create-kernels.ts";
import {Int8Rows} from "../../../src/lib/vectors/int8-rows.ts";
import {createPlainKernels} from "../../../src/lib/vectors/kernels-plain.ts";
import {KERNELS, compileKernels, toKernelsModule} from "../../../src/site/compile-kernels.ts";
import {makeVectors} from "./make-vectors.ts";

test.each(KERNELS)("the module beside %s is that compiled", async (source) => {
  expect(await readFile(toKernelsModule(source), "utf8")).toBe(await compileKernels(source));
});

test.each([1, 7, 16, 100, 384])(
  "the kernels give the same numbers in WebAssembly and in plain JavaScript, to the bit (%d dimensions)",
  (dimensions) => {
    const vectors = makeVectors(1030, dimensions, {withZeros: true});
    const [ours, plain] = [createKernels(), createPlainKernels()].map((kernels) => {
      const rows = new Int8Rows(dimensions, kernels);
      rows.resize(1030);
      for (let row = 0; row < 1030; ++row) rows.set(row, vectors, row * dimensions);
      rows.setQuery(vectors.subarray(0, dimensions));
      for (let q = 0; q < 4; ++q) rows.setTileQuery(q, rows, 1020 + q);
      return [
        ...[0, 1024].map((start) => rows.scan(start).slice()),
        ...[0, 1, 1021, 1024, 1029].map((start) => rows.tile(start, 1030).slice())
      ];
    });
    expect(ours!.map(({length}) => length)).toEqual([1024, 6, 4096, 4092, 12, 24, 4]);
    expect(ours).toEqual(plain);
    expect(ours![0]!.some((score) => score !== 0)).toBe(true);
  }
);

test("the kernels say how much memory is missing where there is no more", () => {
  expect(() => createKernels().reserve(2 ** 32 + 1)).toThrow(
    /^memory for vectors not available: 4,097 MB; /
  );
});

test("Int8Rows refuses more dimensions than a sum of 32 bits holds", () => {
  expect(() => new Int8Rows(8193)).toThrow("vector dimensions out of range: 8193 (1 to 8192)");
  expect(() => new Int8Rows(0)).toThrow(RangeError);
});
