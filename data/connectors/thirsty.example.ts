/** Waterings out of the plant app Thirsty: one line each, `2024-05-01 08:00:00 +0200;Monstera;250 ml`. */
import {
  Refusals,
  hasHeader,
  readRecords,
  toFieldTable,
  toNumber,
  toUtc
} from "../../src/connectors/kit/kit.ts";
import type {Connector, Field, Moment} from "../../src/connectors/kit/kit.ts";

interface Watering {
  readonly at: Moment;
  readonly plant: string;
  readonly millilitres: number | null;
}

const HEADER = ["Watered at", "Plant", "Amount"];
const FIELDS: readonly Field<Watering>[] = [
  ["time", "TIMESTAMPTZ", ({at}) => at.time],
  ["utc_offset_minutes", "BIGINT", ({at}) => at.offsetMinutes],
  ["plant", "VARCHAR", ({plant}) => plant],
  ["amount_ml", "DOUBLE", ({millilitres}) => millilitres]
];

export const thirsty: Connector = {
  name: "thirsty",
  label: "Thirsty",
  extensions: [],
  formats: ["csv"],
  recognise: (sample) => hasHeader(sample, HEADER),
  tables: [{name: "waterings", what: "One watering of one plant.", key: ["time", "plant"]}],
  help: "In Thirsty: *Settings* › *Export as CSV*.",
  read(bytes, {path, parse}) {
    const refusals = new Refusals(path);
    const waterings: Watering[] = [];
    for (const row of readRecords(bytes, {header: HEADER, parse}).rows) {
      const at = toUtc(row.text("Watered at"));
      const millilitres = toNumber(row.text("Amount").replace(/ ml$/, ""));
      if (at) waterings.push({at, plant: row.text("Plant"), millilitres});
      else refusals.add(row.where, row.fields.join(";"), "no time with an offset");
    }
    return {tables: [toFieldTable("waterings", waterings, FIELDS)], ...refusals.notes()};
  }
};
