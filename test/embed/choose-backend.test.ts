import {expect, test} from "vitest";
import type {BackendChoices} from "../../src/embed/choose-backend.ts";
import {chooseBackend} from "../../src/embed/choose-backend.ts";
import {createFakeExtractor} from "./fake-extractor.ts";

/** A clock that each extraction moves on by what its device takes. */
function createDevices(times: Readonly<Record<"wasm" | "webgpu", number>>) {
  let clock = 0;
  const extractors = {wasm: createFakeExtractor(), webgpu: createFakeExtractor()};
  const open: BackendChoices["open"] = (device) =>
    Promise.resolve({
      ...extractors[device],
      extract: (texts) => {
        clock += times[device];
        return extractors[device].extract(texts);
      }
    });
  return {
    extractors,
    choices: {threads: 1, card: {isThere: true} as const, now: () => clock, open}
  };
}

test("chooseBackend(choices) keeps the graphics card where it is sooner, and closes the other", async () => {
  const {choices, extractors} = createDevices({wasm: 20, webgpu: 5});
  const chosen = await chooseBackend(choices);
  expect(chosen.backend).toEqual({
    name: "webgpu",
    why: "5 ms on the graphics card, 20 ms on the processor"
  });
  expect([extractors.wasm.isClosed(), extractors.webgpu.isClosed()]).toEqual([true, false]);
});

test("chooseBackend(choices) keeps the processor where that is sooner", async () => {
  const {choices, extractors} = createDevices({wasm: 5, webgpu: 20});
  const chosen = await chooseBackend({...choices, threads: 4});
  expect(chosen.backend?.name).toBe("wasm-threads");
  expect(chosen.backend?.why).toBe("4 threads; 20 ms on the graphics card, 5 ms on the processor");
  expect(extractors.webgpu.isClosed()).toBe(true);
});

test("chooseBackend(choices) tells why the card was not tried", async () => {
  const {choices} = createDevices({wasm: 1, webgpu: 1});
  const chosen = await chooseBackend({
    ...choices,
    card: {isThere: false, why: "this browser has no WebGPU"}
  });
  expect(chosen.backend).toEqual({
    name: "wasm",
    why: "one thread, since the page is not isolated; this browser has no WebGPU"
  });
});

test("chooseBackend(choices) goes on with the processor where the card fails, hangs or gives other vectors", async () => {
  const {choices, extractors} = createDevices({wasm: 20, webgpu: 5});
  const reasonOf = async (open: () => ReturnType<BackendChoices["open"]>): Promise<string> => {
    const chosen = await chooseBackend({
      ...choices,
      timeLimitMs: 20,
      open: (device) => (device === "webgpu" ? open() : choices.open(device))
    });
    expect(chosen.backend?.name).toBe("wasm");
    expect(await chosen.extract(["a"])).toHaveLength(2);
    return chosen.backend!.why;
  };
  expect(await reasonOf(() => Promise.reject(new Error("device lost")))).toContain(
    "WebGPU failed: device lost"
  );
  expect(await reasonOf(() => new Promise(() => {}))).toContain(
    "WebGPU failed: no answer in 0.02 s"
  );
  const broken = (value: number) => () =>
    Promise.resolve({
      ...extractors.webgpu,
      extract: (texts: readonly string[]) =>
        Promise.resolve(new Float32Array(texts.length * 2).fill(value))
    });
  expect(await reasonOf(broken(NaN))).toContain("its vectors are others (cosine -1.000)");
  expect(await reasonOf(broken(0))).toContain("its vectors are others (cosine 0.000)");
});
