/** Compiles the kernels anew: to be run whenever a `.wat` file is changed. */
import {writeFile} from "node:fs/promises";
import {KERNELS, compileKernels, toKernelsModule} from "./compile-kernels.ts";

for (const source of KERNELS)
  await writeFile(toKernelsModule(source), await compileKernels(source));
