import {execFileSync} from "node:child_process";

/** Builds the site that is tested, once, as `npm run build` does; `LAKEBOOK_BUILT=1` takes the one that is there. */
export default function setup(): void {
  if (process.env.LAKEBOOK_BUILT) return;
  execFileSync(process.execPath, ["--import", "tsx", "src/site/build.ts"], {
    stdio: ["ignore", 2, 2]
  });
}
