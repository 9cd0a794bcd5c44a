import {spawn} from "node:child_process";
import {text} from "node:stream/consumers";

/** What must hold besides the tests: npm scripts, the longest first, so that the lanes end about together. */
const SCRIPTS = ["format:check", "lint", "law"];
/** Each of them keeps one core busy. */
const LANES = 2;

/** Runs one script; whether all is well. What it prints comes in one piece, when it has ended. */
async function check(script: string): Promise<boolean> {
  const child = spawn(`npm run -s ${script}`, {shell: true, stdio: ["ignore", "pipe", "pipe"]});
  const ended = new Promise<number | null>((resolve) => child.on("close", resolve));
  const [stdout, stderr] = await Promise.all([text(child.stdout), text(child.stderr)]);
  const code = await ended;
  process.stdout.write(stdout);
  process.stderr.write(stderr);
  if (code !== 0) process.stderr.write(`npm run ${script}: failed\n`);
  return code === 0;
}

const left = [...SCRIPTS];
await Promise.all(
  Array.from({length: LANES}, async () => {
    for (let script = left.shift(); script !== undefined; script = left.shift())
      if (!(await check(script))) process.exitCode = 1;
  })
);
