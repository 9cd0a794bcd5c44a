import {strToU8, zipSync} from "fflate";
import type {ByteSource} from "../../../src/model/bytes.ts";
import {toByteSource} from "../../../src/model/bytes.ts";
import type {Expansion, Format} from "../../../src/model/format.ts";

/** What an archive gives, as of a file of that name. */
export async function expand(
  format: Format,
  archive: Uint8Array | ByteSource,
  path = `a.${format.extensions[0]}`
): Promise<Expansion> {
  const source = archive instanceof Uint8Array ? toByteSource(path, archive) : archive;
  return format.expand!(source, {path: source.path});
}

/** A ZIP archive of texts. */
export function makeZip(files: Readonly<Record<string, string | Uint8Array>>): Uint8Array {
  const entries = Object.entries(files).map(([name, content]) => [
    name,
    typeof content === "string" ? strToU8(content) : content
  ]);
  return zipSync(Object.fromEntries(entries) as Record<string, Uint8Array>);
}

export async function textOf(source: ByteSource | undefined): Promise<string> {
  let text = "";
  const decoder = new TextDecoder();
  for await (const piece of source!.stream()) text += decoder.decode(piece, {stream: true});
  return text;
}

/** A ZIP archive whose entries in the directory, from the first one on, are changed by hand. */
export function changeEntries(
  archive: Uint8Array,
  change: (entry: DataView, name: string) => void
): Uint8Array {
  const bytes = archive.slice();
  for (let at = 0; at + 46 <= bytes.length; ++at) {
    const view = new DataView(bytes.buffer, at);
    if (view.getUint32(0, true) !== 0x02014b50) continue;
    const name = new TextDecoder().decode(
      bytes.subarray(at + 46, at + 46 + view.getUint16(28, true))
    );
    change(view, name);
  }
  return bytes;
}
