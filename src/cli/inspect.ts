import {parseArgs} from "node:util";
import {inspectFiles} from "../workspace/inspect.ts";
import type {Command} from "./command.ts";

const NOT_FOUND = "file not found";

/** `inspect`: what the lake would make of files. */
export const inspectCommand: Command = {
  name: "inspect",
  summary: "what the lake would make of files: format, dialect, tables, problems",
  usage: `
usage: lakebook inspect FILE... [--json]

Reads each file as build-lake would, and prints one JSON object a line:

  {"file", "format", "connector", "encoding",
   "dialect": {"delimiter", "quote", "escape", "header", "skip"},
   "tables": [{"name", "rows", "columns": [{"name", "type"}]}],
   "problems": [{"where", "what"}]}

A file that would be refused has problems and no tables. Exits with 1 where a file is not there.

  --json   the same: there is no other form`,

  async run(args) {
    const {positionals} = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {json: {type: "boolean"}}
    });
    if (positionals.length === 0) {
      process.stderr.write(`inspect takes files\n\n${this.usage.trim()}\n`);
      return 2;
    }
    let isComplete = true;
    for await (const inspection of inspectFiles(positionals)) {
      process.stdout.write(`${JSON.stringify(inspection)}\n`);
      if (inspection.problems.some(({what}) => what === NOT_FOUND)) {
        process.stderr.write(`${NOT_FOUND}: ${inspection.file}\n`);
        isComplete = false;
      }
    }
    return isComplete ? 0 : 1;
  }
};
