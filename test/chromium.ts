import {execFileSync} from "node:child_process";
import {existsSync} from "node:fs";

const NAMES = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"];
const MAC_PATH = "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome";

/** Flags that keep Chromium quiet on a machine without display, sandbox or network. */
export const CHROMIUM_FLAGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync"
];

/**
 * The path of a Chromium to test in: `$LAKEBOOK_CHROMIUM`, one on the PATH, Playwright's own, or one that is
 * installed now by the system's package manager (root on Debian) or by Playwright. Throws where none can be had.
 */
export function findChromium(): string {
  const found =
    process.env.LAKEBOOK_CHROMIUM ?? NAMES.map(which).find((path) => path !== undefined);
  if (found) return found;
  if (existsSync(MAC_PATH)) return MAC_PATH;
  return installChromium();
}

function which(name: string): string | undefined {
  const [command, args] = process.platform === "win32" ? ["where", [name]] : ["which", [name]];
  try {
    return (
      execFileSync(command, args, {
        encoding: "utf8",
        stdio: ["ignore", "pipe", "ignore"]
      })
        .split("\n")[0]!
        .trim() || undefined
    );
  } catch {
    return undefined; // which says "no" by its exit code
  }
}

function installChromium(): string {
  console.error("no Chromium found; installing one (set LAKEBOOK_CHROMIUM to use your own)");
  if (process.getuid?.() === 0 && which("apt-get")) {
    execFileSync("apt-get", ["update", "-qq"], {stdio: ["ignore", 2, 2]});
    execFileSync("apt-get", ["install", "-y", "-qq", "chromium"], {
      stdio: ["ignore", 2, 2],
      env: {...process.env, DEBIAN_FRONTEND: "noninteractive"}
    });
  } else {
    execFileSync("npx", ["playwright", "install", "chromium"], {stdio: ["ignore", 2, 2]});
  }
  const installed = NAMES.map(which).find((path) => path !== undefined);
  if (installed) return installed;
  throw new Error("no Chromium: install one and set LAKEBOOK_CHROMIUM to its path");
}
