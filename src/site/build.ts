import {toSummary} from "../lake/compile-report.ts";
import {compileSite} from "./compile.ts";
import {runFramework} from "./framework.ts";
import {dropStaleOutputs} from "./loaders.ts";
import {DIST} from "./paths.ts";
import {prepare} from "./prepare.ts";
import {findFaults} from "./verify.ts";

/** `npm run build`: the static site in `dist`, for any static server and below any path. */
async function build(): Promise<void> {
  const report = await compileSite();
  await prepare();
  await dropStaleOutputs();
  await runFramework(["build"]);
  const faults = await findFaults(DIST);
  if (faults.length > 0)
    throw new Error(`the site is not whole (is npm start building it too?):\n${faults.join("\n")}`);
  console.log(`${toSummary(report)} → ${DIST}`);
}

await build().catch((error: unknown) => {
  console.error(`npm run build: ${error instanceof Error ? error.message : String(error)}`);
  process.exit(1);
});
