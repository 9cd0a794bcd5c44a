/** Compiles the kernels anew: to be run whenever `src/lib/vectors/kernels.wat` is changed. */
import {writeFile} from "node:fs/promises";
import {KERNELS_MODULE, compileKernels} from "./compile-kernels.ts";

await writeFile(KERNELS_MODULE, await compileKernels());
