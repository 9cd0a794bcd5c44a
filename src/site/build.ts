import {prepare} from "./prepare.ts";
import {runFramework} from "./framework.ts";

await prepare();
await runFramework(["build"]);
