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

/** The kinds of files that are known and have no reader. */
export const UNREAD = {
  bzip2: createUnread("bzip2", ["bz2", "tbz", "tbz2"], "bzip2", UNPACK),
  epub: createUnread("epub", ["epub"], "EPUB books", SAVE),
  lz4: createUnread("lz4", ["lz4"], "LZ4", UNPACK),
  odt: createUnread("odt", ["odt", "odp", "odg"], "OpenDocument texts", SAVE),
  outlook: createUnread("outlook", ["msg"], "Outlook messages", "save it as .eml"),
  powerpoint: createUnread("powerpoint", ["ppt", "pptx"], "PowerPoint files", SAVE),
  rar: createUnread("rar", ["rar"], "RAR archives", UNPACK),
  sevenZip: createUnread("7z", ["7z"], "7z archives", UNPACK),
  tar: createUnread("tar", ["tar"], "tar archives", UNPACK),
  word: createUnread("word", ["doc", "docx"], "Word documents", SAVE),
  xz: createUnread("xz", ["xz", "txz"], "xz", UNPACK),
  zstd: createUnread("zstd", ["zst", "tzst"], "Zstandard", UNPACK)
} as const;
