import {copyFile, mkdir, readFile, stat, writeFile} from "node:fs/promises";
import {basename, dirname, join, resolve} from "node:path";
import {toCard} from "../../embed/model-card.ts";
import {MODEL_FILES} from "../../embed/model-files.ts";
import {InputError} from "../../lib/errors.ts";
import type {HubModel} from "./hub.ts";
import {Hub} from "./hub.ts";

/** Where a model comes from: its name here, and how its files get into a folder. */
export interface ModelSource {
  readonly name: string;
  /** Fills an empty folder, with a `lakebook.json` that says what the model is. */
  readonly fill: (folder: string, tell: (line: string) => void) => Promise<void>;
}

const HUB_ID = /^[\w.-]+\/[\w.-]+$/;
const ONNX = "onnx/model.onnx";

/** A folder on this machine where there is one of that name, else a model of the hub, "owner/name". */
export async function findSource(
  what: string,
  onnx: string = ONNX,
  env: Readonly<Record<string, string | undefined>> = process.env
): Promise<ModelSource> {
  const isFolder = await stat(what).then(
    (stats) => stats.isDirectory(),
    () => false
  );
  if (isFolder) return toFolderSource(resolve(what), onnx);
  if (!HUB_ID.test(what))
    throw new InputError(
      `model not known: "${what}" is no folder, and no hub id such as Xenova/all-MiniLM-L6-v2`
    );
  const hub = new Hub(env);
  return toHubSource(hub, await hub.find(what), onnx);
}

function toHubSource(hub: Hub, model: HubModel, onnx: string): ModelSource {
  return {
    name: basename(model.id),
    async fill(folder, tell) {
      const wanted = toWanted(
        onnx,
        (file) => model.files.includes(file),
        `${hub.endpoint}/${model.id}`
      );
      for (const [file, from] of wanted) {
        tell(`fetching ${from}`);
        await mkdir(dirname(join(folder, file)), {recursive: true});
        await hub.fetch(model, from, join(folder, file));
      }
      const {languages, licence, revision} = model;
      const source = `${hub.endpoint}/${model.id}`;
      await writeCard(folder, {languages, licence, source, revision});
    }
  };
}

async function toFolderSource(from: string, onnx: string): Promise<ModelSource> {
  const present = new Set<string>();
  for (const file of [...MODEL_FILES, onnx, ...OPTIONAL, "lakebook.json"])
    if ((await stat(join(from, file)).catch(() => null))?.isFile()) present.add(file);
  return {
    name: basename(from),
    async fill(folder) {
      for (const [file, path] of toWanted(onnx, (file) => present.has(file), from)) {
        await mkdir(dirname(join(folder, file)), {recursive: true});
        await copyFile(join(from, path), join(folder, file));
      }
      const read = (file: string): Promise<string | null> =>
        present.has(file) ? readFile(join(from, file), "utf8") : Promise.resolve(null);
      const card = toCard(await read("lakebook.json"), await read("LICENSE"));
      await writeCard(folder, card);
    }
  };
}

const OPTIONAL = ["LICENSE", "NOTICE", "CARD.txt"];

/** Which files are taken from where. Throws `InputError` that names all that are not there. */
function toWanted(
  onnx: string,
  has: (file: string) => boolean,
  where: string
): (readonly [file: string, from: string])[] {
  const needed = MODEL_FILES.map((file) => [file, file === ONNX ? onnx : file] as const);
  const missing = needed.map(([, from]) => from).filter((file) => !has(file));
  if (missing.length > 0)
    throw new InputError(
      `model not usable: ${where} lacks ${missing.join(", ")}; choose one that was exported for transformers.js`
    );
  return [...needed, ...OPTIONAL.filter(has).map((file) => [file, file] as const)];
}

async function writeCard(folder: string, card: object): Promise<void> {
  await writeFile(join(folder, "lakebook.json"), `${JSON.stringify(card, null, 2)}\n`);
}
