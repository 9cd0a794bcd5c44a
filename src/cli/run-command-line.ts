import {InputError, UnavailableError, toMessage} from "../lib/errors.ts";
import type {Command} from "./command.ts";

/** The commands by name; each is loaded when it is asked for, since some bring an engine with them. */
const COMMANDS: Readonly<Record<string, () => Promise<Command>>> = {
  "build-lake": async () => (await import("./build-lake.ts")).buildLakeCommand,
  inspect: async () => (await import("./inspect.ts")).inspectCommand,
  query: async () => (await import("./query.ts")).queryCommand,
  archive: async () => (await import("./archive.ts")).archiveCommand,
  embed: async () => (await import("./embed.ts")).embedCommand,
  dedupe: async () => (await import("./dedupe.ts")).dedupeCommand,
  search: async () => (await import("./search.ts")).searchCommand,
  pack: async () => (await import("./pack.ts")).packCommand,
  topics: async () => (await import("./topics.ts")).topicsCommand
};

/** Runs one command, its name first; gives the exit code: 0 done, 1 failed, 2 wrong usage. */
export async function runCommandLine([name, ...args]: readonly string[]): Promise<number> {
  if (name === undefined || name === "--help" || name === "-h" || name === "help") {
    (name === undefined ? process.stderr : process.stdout).write(await listCommands());
    return name === undefined ? 2 : 0;
  }
  if (!Object.hasOwn(COMMANDS, name)) {
    process.stderr.write(`command not known: ${name}\n${await listCommands()}`);
    return 2;
  }
  const command = await COMMANDS[name]!();
  if (args.includes("--help") || args.includes("-h")) {
    process.stdout.write(`${command.usage.trim()}\n`);
    return 0;
  }
  try {
    return await command.run(args);
  } catch (error) {
    if (isUsageError(error)) {
      process.stderr.write(`${name}: ${error.message}\n\n${command.usage.trim()}\n`);
      return 2;
    }
    // what a user can mend is one line; anything else is ours, and its stack helps to mend it
    const isTheirs = error instanceof InputError || error instanceof UnavailableError;
    process.stderr.write(
      `${name}: ${isTheirs || !(error instanceof Error) ? toMessage(error) : error.stack}\n`
    );
    return 1;
  }
}

async function listCommands(): Promise<string> {
  const commands = await Promise.all(Object.values(COMMANDS).map((load) => load()));
  const lines = commands.map(({name, summary}) => `  ${name.padEnd(12)}${summary}`);
  return `usage: lakebook COMMAND [OPTIONS]\n\n${lines.join("\n")}\n\nlakebook COMMAND --help says more of each.\n`;
}

/** What `parseArgs` of Node throws on flags that it was not told of. */
function isUsageError(error: unknown): error is Error {
  return (
    error instanceof Error && "code" in error && String(error.code).startsWith("ERR_PARSE_ARGS")
  );
}
