import {readFile} from "node:fs/promises";
import {basename} from "node:path";
import {fileURLToPath} from "node:url";
import wabt from "wabt";

/** Kernels in WebAssembly's text format, each beside the module that carries it compiled: `x.wat` and `x-binary.ts`. */
export const KERNELS = ["../lib/vectors/kernels.wat", "../cli/model/table-kernels.wat"].map(
  (path) => fileURLToPath(new URL(path, import.meta.url))
);

/** Where the compiled kernels lie, as a module. */
export function toKernelsModule(source: string): string {
  return source.replace(/\.wat$/, "-binary.ts");
}

/** The text of the module that carries the compiled kernels; the same source gives the same text. */
export async function compileKernels(source: string): Promise<string> {
  const toolkit = await wabt();
  const module = toolkit.parseWat(basename(source), await readFile(source, "utf8"), {simd: true});
  try {
    module.validate();
    const base64 = Buffer.from(module.toBinary({}).buffer).toString("base64");
    return `/** \`${basename(source)}\` compiled by \`npm run kernels\`, in base64. */\nexport const KERNELS =\n  "${base64}";\n`;
  } finally {
    module.destroy();
  }
}
