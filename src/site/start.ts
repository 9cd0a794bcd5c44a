import {watch} from "node:fs";
import {mkdir} from "node:fs/promises";
import {createServer} from "node:net";
import {setTimeout} from "node:timers/promises";
import {toSummary} from "../lake/compile-report.ts";
import {compileSite} from "./compile.ts";
import {spawnFramework} from "./framework.ts";
import {dropStaleOutputs} from "./loaders.ts";
import {PACK_FOLDER} from "../workspace/packs/read-packs.ts";
import {LOADERS, MODELS, RAW} from "./paths.ts";
import {placePacks} from "./place-packs.ts";
import {prepare} from "./prepare.ts";

const FIRST_PORT = 3000;
/** Editors and copies write a file in several steps; one look after the last is enough. */
const SETTLE_MS = 200;
const HOST = "127.0.0.1";

/** `npm start`: compile the lake, build the engine, open the preview, and keep all three fresh. */
async function start(): Promise<void> {
  console.log(`Reading ${RAW}`);
  const report = await compileSite();
  console.log("Building the pages");
  await prepare({watch: true});
  await dropStaleOutputs();
  const wanted = Number(process.env.PORT ?? FIRST_PORT);
  const port = await findPort(wanted);
  if (port !== wanted) console.log(`Port ${wanted} is in use: taking ${port} (PORT names another)`);
  const preview = spawnFramework(["preview", "--no-open", "--host", HOST, "--port", String(port)]);
  preview.on("exit", (code) => process.exit(code ?? 0));
  for (const signal of ["SIGINT", "SIGTERM"] as const)
    process.on(signal, () => preview.kill(signal));
  keepFresh();
  await answers(`http://${HOST}:${port}/`);
  const lake =
    report.files.length === 0
      ? `${RAW} is empty: what you put there becomes tables at once`
      : `${toSummary(report)} (${RAW})`;
  console.log(`\nLakebook is open at http://${HOST}:${port}/\n${lake}\nCtrl+C stops it.`);
}

/** Looks again when something that an artefact depends on changes. Framework sees a touched loader and reloads the page. */
function keepFresh(): void {
  let timer: NodeJS.Timeout | undefined;
  const look = (): void => {
    clearTimeout(timer);
    timer = globalThis.setTimeout(() => {
      placePacks().catch((error: unknown) => console.error(error));
      dropStaleOutputs().then(
        (dropped) => dropped.length > 0 && console.log(`changed: ${dropped.join(", ")}`),
        (error: unknown) => console.error(error)
      );
    }, SETTLE_MS);
  };
  for (const folder of [RAW, LOADERS, PACK_FOLDER, "src"]) watch(folder, {recursive: true}, look);
}

/** Resolves when the preview answers; a preview that ends instead ends this program too. */
async function answers(url: string): Promise<void> {
  const isThere = await fetch(url).then(
    () => true,
    () => false
  );
  if (isThere) return;
  await setTimeout(SETTLE_MS);
  await answers(url);
}

/** The first free port from `port` up. */
async function findPort(port: number): Promise<number> {
  const free = await new Promise<boolean>((resolve) => {
    const server = createServer()
      .once("error", () => resolve(false))
      .once("listening", () => server.close(() => resolve(true)))
      .listen(port, HOST);
  });
  return free ? port : findPort(port + 1);
}

await mkdir(RAW, {recursive: true});
await mkdir(MODELS, {recursive: true});
await mkdir(PACK_FOLDER, {recursive: true});
await start().catch((error: unknown) => {
  console.error(`npm start: ${error instanceof Error ? error.message : String(error)}`);
  process.exit(1);
});
