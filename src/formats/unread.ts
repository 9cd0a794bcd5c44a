import type {Format} from "../model/format.ts";

/** A kind of file that is known and has no reader: it is refused with its name, before its bytes are read. */
function createUnread(
  name: string,
  extensions: readonly string[],
  what: string,
  advice: string
): Format {
  return {
    name,
    extensions,
    expand: (_, {path}) =>
      Promise.resolve({
        members: [],
        problems: [{file: path, where: "", what: `no reader for ${what}: ${advice}`}]
      })
  };
}

const UNPACK = "unpack it first, or pack it as ZIP or GZIP";
const SAVE = "save it as PDF or plain text";

export const bzip2 = createUnread("bzip2", ["bz2", "tbz", "tbz2"], "bzip2", UNPACK);
export const lz4 = createUnread("lz4", ["lz4"], "LZ4", UNPACK);
export const rar = createUnread("rar", ["rar"], "RAR archives", UNPACK);
export const sevenZip = createUnread("7z", ["7z"], "7z archives", UNPACK);
export const tar = createUnread("tar", ["tar"], "tar archives", UNPACK);
export const xz = createUnread("xz", ["xz", "txz"], "xz", UNPACK);
export const zstd = createUnread("zstd", ["zst", "tzst"], "Zstandard", UNPACK);
export const epub = createUnread("epub", ["epub"], "EPUB books", SAVE);
export const odt = createUnread("odt", ["odt", "odp", "odg"], "OpenDocument texts", SAVE);
export const powerpoint = createUnread("powerpoint", ["ppt", "pptx"], "PowerPoint files", SAVE);
export const word = createUnread("word", ["doc", "docx"], "Word documents", SAVE);
export const outlook = createUnread("outlook", ["msg"], "Outlook messages", "save it as .eml");

/** All kinds of files that are known and have no reader. */
export const UNREAD: readonly Format[] = [
  bzip2,
  epub,
  lz4,
  odt,
  outlook,
  powerpoint,
  rar,
  sevenZip,
  tar,
  word,
  xz,
  zstd
];
