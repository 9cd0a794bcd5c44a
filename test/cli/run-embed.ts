import {embedCommand} from "../../src/cli/embed.ts";

process.exitCode = await embedCommand.run(process.argv.slice(2));
