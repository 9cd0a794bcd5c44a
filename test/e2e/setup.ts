import {execFileSync} from "node:child_process";

/** Builds the site that is tested, once, as `npm run build` does. */
export default function setup(): void {
  execFileSync(process.execPath, ["--import", "tsx", "src/site/build.ts"], {
    stdio: ["ignore", 2, 2]
  });
}
