import type {DataTable} from "../model/table.ts";
import type {Field} from "./field-table.ts";
import {toFieldTable} from "./field-table.ts";
import type {FitMessage, FitMessages} from "./fit-messages.ts";
import {toFitText} from "./fit-messages.ts";

/** A value that an app on a device has put into a record, under a name of its own. */
interface DeveloperValue {
  readonly id: string;
  readonly time: Date | null;
  readonly field: string;
  readonly unit: string | null;
  readonly value: unknown;
}

const FIELDS: readonly Field<DeveloperValue>[] = [
  ["activity_id", "VARCHAR", ({id}) => id],
  ["time", "TIMESTAMPTZ", ({time}) => time],
  ["field", "VARCHAR", ({field}) => field],
  ["unit", "VARCHAR", ({unit}) => unit],
  ["value", "DOUBLE", ({value}) => (typeof value === "number" ? value : null)],
  ["value_text", "VARCHAR", ({value}) => (typeof value === "number" ? null : JSON.stringify(value))]
];

export const DEVELOPER_KEY = ["activity_id", "time", "field"] as const;

/** The table `developer_fields`, long: what apps on devices wrote into records. Null where there is none. */
export function toDeveloperTable(
  messages: FitMessages,
  idAt: (time: Date | null) => string
): DataTable | null {
  const names = (messages.field_description ?? [])
    .map((one) => ({field: toFitText(one, "field_name"), unit: toFitText(one, "units")}))
    .filter((one): one is {field: string; unit: string | null} => one.field !== null);
  if (names.length === 0) return null;
  const values = (messages.record ?? []).flatMap((record) => toValues(record, names, idAt));
  return values.length > 0 ? toFieldTable("developer_fields", values, FIELDS, DEVELOPER_KEY) : null;
}

function toValues(
  record: FitMessage,
  names: readonly {readonly field: string; readonly unit: string | null}[],
  idAt: (time: Date | null) => string
): DeveloperValue[] {
  const time = record.timestamp instanceof Date ? record.timestamp : null;
  const id = idAt(time);
  return names
    .filter(({field}) => Object.hasOwn(record, field))
    .map(({field, unit}) => ({id, time, field, unit, value: record[field]}));
}
