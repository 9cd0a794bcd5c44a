import type {Detect, Format} from "../../model/format.ts";
import type {DataTable, ReadingNotes} from "../../model/table.ts";

/** Stops a reader that has given enough. */
class Enough extends Error {}

/** A `detect` whose formats that stream stop after some rows; `isCut` says afterwards whether one was stopped. */
export function limitRows(
  detect: Detect,
  maxRows: number
): {readonly detect: Detect; isCut(): boolean} {
  let isCut = false;

  const limit = <T extends Format>(format: T): T => {
    const {stream} = format;
    if (!stream) return format;
    const limited: Format["stream"] = async (source, sink, context) => {
      let rows = 0;
      let notes: ReadingNotes = {problems: []};
      const counting = {
        write: async (table: DataTable) => {
          await sink.write(table);
          rows += table.columns[0]?.values.length ?? 0;
          if (rows >= maxRows) throw new Enough();
        }
      };
      try {
        notes = await stream(source, counting, context);
      } catch (error) {
        if (!(error instanceof Enough)) throw error;
        isCut = true;
      }
      return notes;
    };
    return {...format, stream: limited};
  };

  return {
    detect: (path, head, parse) => {
      const {format, connector} = detect(path, head, parse);
      return {format: format && limit(format), connector: connector && limit(connector)};
    },
    isCut: () => isCut
  };
}
