import {groupBy} from "../lib/group-by.ts";
import type {Format} from "../model/format.ts";
import type {Problem} from "../model/problem.ts";
import type {DataTable, Reading} from "../model/table.ts";
import {toFitActivities} from "./fit-activities.ts";
import {toDeveloperTable} from "./fit-developer.ts";
import {isFit, splitFit} from "./fit-files.ts";
import type {FitMessages} from "./fit-messages.ts";
import {readFitMessages, toFitText} from "./fit-messages.ts";
import {toOtherTables} from "./fit-others.ts";
import {refuse} from "./refusal.ts";
import {concatTables} from "./table-concat.ts";
import {toTrainingTables} from "./training/tables.ts";

/**
 * Garmin's FIT, which most watches and bike computers write: tables `activities`, `laps` and `records`,
 * `developer_fields` of apps on the device; of files without an activity `weights`, `monitoring`, `workout_steps`.
 */
export const fit: Format = {
  name: "fit",
  extensions: ["fit"],
  async read(bytes, {path}): Promise<Reading> {
    if (!isFit(bytes)) return refuse(path, 'no FIT file: no header with ".FIT" in it');
    const problems: Problem[] = [];
    const note = (offset: number, what: string): void =>
      void problems.push({file: path, where: offset === 0 ? "" : `byte ${offset}`, what});
    const tables: DataTable[] = [];
    const types: string[] = [];
    const empty: string[] = [];
    const {files, rest} = splitFit(bytes);
    for (const {bytes: file, offset} of files) {
      const {messages, damage} = readFitMessages(file);
      if (damage !== null)
        note(offset, messages ? damage : `FIT file that cannot be read: ${damage}`);
      if (!messages) continue;
      const type = toFitText(messages.file_id?.[0] ?? {}, "type") ?? "unknown";
      const found = await toTables(messages);
      (found.length > 0 ? types : empty).push(type);
      tables.push(...found);
    }
    for (const [type, {length}] of groupBy(empty, (one) => one))
      note(
        0,
        `nothing to read in ${length} FIT ${length === 1 ? "file" : "files"} of the type ${type}`
      );
    if (rest > 0) note(bytes.length - rest, `${rest} bytes left out: no FIT file`);
    return {tables: concatTables(tables), problems, details: {types: [...types, ...empty]}};
  }
};

async function toTables(messages: FitMessages): Promise<DataTable[]> {
  const activities = toFitActivities(messages);
  const others = toOtherTables(messages);
  if (activities.length === 0) return others;
  const {tables, ids} = await toTrainingTables(activities, "fit");
  const idAt = (time: Date | null): string => {
    const found = activities.findLastIndex(({start}) => time !== null && (start ?? 0) <= +time);
    return ids[Math.max(0, found)]!;
  };
  const developer = toDeveloperTable(messages, idAt);
  return [...tables, ...(developer ? [developer] : []), ...others];
}
