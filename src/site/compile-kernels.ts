import {readFile} from "node:fs/promises";
import {fileURLToPath} from "node:url";
import wabt from "wabt";

const SOURCE = new URL("../lib/vectors/kernels.wat", import.meta.url);
/** Where the compiled kernels lie, as a module. */
export const KERNELS_MODULE = fileURLToPath(
  new URL("../lib/vectors/kernels-binary.ts", import.meta.url)
);

/** The text of the module that carries the compiled kernels; the same source gives the same text. */
export async function compileKernels(): Promise<string> {
  const toolkit = await wabt();
  const module = toolkit.parseWat("kernels.wat", await readFile(SOURCE, "utf8"), {simd: true});
  try {
    module.validate();
    const base64 = Buffer.from(module.toBinary({}).buffer).toString("base64");
    return `/** \`kernels.wat\` compiled by \`npx tsx src/site/kernels.ts\`, in base64. */\nexport const KERNELS =\n  "${base64}";\n`;
  } finally {
    module.destroy();
  }
}
