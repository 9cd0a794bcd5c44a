/** A small file of ours that every engine must read alike. */
export interface ContractFile {
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** A cell of a table before it is written in some format. */
export type Cell = string | number | boolean | Date | null;

/** A table that is written in every format that holds tables. */
export interface Sample {
  readonly name: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
}

export function toFile(path: string, content: string | Uint8Array): ContractFile {
  return {path, bytes: typeof content === "string" ? new TextEncoder().encode(content) : content};
}

/** A text in UTF-16 with its byte order mark, the low byte first or last. */
export function toUtf16(text: string, isBigEndian = false): Uint8Array {
  const bytes = new Uint8Array(2 + text.length * 2);
  const view = new DataView(bytes.buffer);
  view.setUint16(0, 0xfeff, !isBigEndian);
  for (let i = 0; i < text.length; ++i) view.setUint16(2 + i * 2, text.charCodeAt(i), !isBigEndian);
  return bytes;
}

/** A text in Latin-1; what is beyond it is a question mark. */
export function toLatin1(text: string): Uint8Array {
  return Uint8Array.from(text, (char) => (char.charCodeAt(0) < 256 ? char.charCodeAt(0) : 0x3f));
}
