import {spawn} from "node:child_process";
import {mkdtemp, readFile, readdir, rm} from "node:fs/promises";
import type {Server} from "node:http";
import {createServer} from "node:http";
import type {AddressInfo} from "node:net";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {text} from "node:stream/consumers";
import {afterAll, beforeAll, beforeEach, expect, test} from "vitest";
import {installModel} from "../../../src/cli/model-install/install-model.ts";
import {findSource} from "../../../src/cli/model-install/model-source.ts";
import {InputError, UnavailableError} from "../../../src/lib/errors.ts";
import {
  LOOK_UP,
  NEEDS_RUNTIME,
  TINY_TABLE,
  toTinyModel,
  toTinyOnnx
} from "../../embed/tiny-model.ts";
import {writeTinyModel} from "../../embed/write-model.ts";

const MAIN = join(import.meta.dirname, "../../../src/cli/model-install/main.ts");

/** Words, so that two texts have two vectors. */
const WHOLE = toTinyModel({"onnx/model.onnx": toTinyOnnx(NEEDS_RUNTIME)});

/** A hub with three models: a whole one, one that lacks its graph, and one whose graph is cut off on the way. */
function answer(path: string): {status: number; body: string | Uint8Array; isCut?: boolean} {
  const [, api, id] = /^(\/api\/models)?\/(us\/\w+)/.exec(path) ?? [];
  const names = Object.keys(WHOLE).filter((file) => id !== "us/half" || !file.endsWith(".onnx"));
  if (!["us/whole", "us/half", "us/cut"].includes(id ?? ""))
    return {status: 404, body: "no such model"};
  const siblings = [...names, "LICENSE"].map((rfilename) => ({rfilename}));
  if (api)
    return {
      status: 200,
      body: JSON.stringify({
        sha: "abc",
        siblings,
        cardData: {license: "mit", language: ["en", "de"]}
      })
    };
  const file = path.slice(`/${id}/resolve/abc/`.length);
  const isCut = id === "us/cut" && file.endsWith(".onnx");
  const body = file === "LICENSE" ? "MIT" : WHOLE[file as keyof typeof WHOLE];
  return {status: 200, body, isCut};
}

let server: Server;
let env: Record<string, string>;
let models: string;
beforeAll(async () => {
  server = createServer(({url}, response) => {
    const {status, body, isCut = false} = answer(url!);
    const bytes = Buffer.from(body);
    response.writeHead(status, {"content-length": bytes.length});
    if (!isCut) return void response.end(bytes);
    response.write(bytes.subarray(0, 40), () => response.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  env = {HF_ENDPOINT: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`};
});
afterAll(() => server.close());
beforeEach(async () => {
  models = await mkdtemp(join(tmpdir(), "lakebook-models-"));
  return () => rm(models, {recursive: true});
});

const install = async (what: string): Promise<unknown> =>
  installModel(await findSource(what, undefined, env), models, () => {});

test("installModel(source) fetches a model from the hub, with its licence and languages, and again over the former", async () => {
  expect(await install("us/whole")).toMatchObject({
    name: "whole",
    dimensions: 2,
    languages: ["en", "de"],
    licence: "mit",
    isStatic: false,
    missing: []
  });
  await install("us/whole");
  expect(await readdir(models)).toEqual(["whole"]);
  const card = JSON.parse(await readFile(join(models, "whole/lakebook.json"), "utf8")) as object;
  expect(card).toMatchObject({
    revision: "abc",
    source: expect.stringContaining("/us/whole") as string
  });
});

test("installModel(source) takes a folder of this machine", async () => {
  const folder = join(models, "elsewhere");
  await writeTinyModel(folder, {...WHOLE, LICENSE: "MIT License\n"});
  const found = await installModel(await findSource(folder), join(models, "here"), () => {});
  expect(found).toMatchObject({name: "elsewhere", licence: "MIT License"});
});

test.each([
  ["us/half", InputError, "/us/half lacks onnx/model.onnx"],
  ["us/cut", UnavailableError, "download cut off: "],
  ["us/none", UnavailableError, "hub refused: "],
  ["no folder", InputError, 'model not known: "no folder" is no folder, and no hub id']
])("installModel(%s) leaves nothing behind and says why", async (what, kind, reason) => {
  const error = await install(what).catch((error: unknown) => error);
  expect(error).toBeInstanceOf(kind);
  expect(String(error)).toContain(reason);
  expect(await readdir(models)).toEqual([]);
});

const alike = {
  ...TINY_TABLE,
  data: new Uint8Array(Float32Array.of(0, 0, 3, 4, 0, 0, 0, 0, 0, 0, 3, 4).buffer)
};

test.each([
  [
    toTinyModel({"config.json": '{"model_type": "bert", "hidden_size": 7}'}),
    "config.json says 7 dimensions, the vectors have 2"
  ],
  [
    toTinyModel({"onnx/model.onnx": toTinyOnnx(LOOK_UP, [alike])}),
    "model not usable: odd gives the same vector for every text"
  ]
])("installModel(source) refuses a model that does not do its work (%#)", async (files, reason) => {
  const folder = join(models, "odd");
  await writeTinyModel(folder, files);
  const target = join(models, "here");
  const error = await installModel(await findSource(folder), target, () => {}).catch(
    (error: unknown) => error
  );
  expect(String(error)).toContain(reason);
  expect(await readdir(target)).toEqual([]);
});

test("npm run model says in one line that the hub is not reached, and exits with 1", async () => {
  const child = spawn(process.execPath, ["--import", "tsx", MAIN, "us/whole"], {
    env: {...process.env, LAKEBOOK_MODELS: models, HF_ENDPOINT: "http://127.0.0.1:9"}
  });
  const [errors, code] = await Promise.all([
    text(child.stderr),
    new Promise((resolve) => child.on("close", resolve))
  ]);
  expect(errors).toMatch(
    /^hub not reached: http:\/\/127\.0\.0\.1:9 \(.+\); connect to the Internet.*\n$/
  );
  expect(code).toBe(1);
});
