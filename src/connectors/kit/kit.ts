/** What connectors are made of; the catalogue for authors of their own. */
export {toFieldTable} from "../../formats/field-table.ts";
export type {Field} from "../../formats/field-table.ts";
export {refuse} from "../../formats/refusal.ts";
export {toUtc} from "../../lib/utc.ts";
export type {Moment} from "../../lib/utc.ts";
export type {Connector, ConnectorTable, FileSample} from "../../model/format.ts";
export type {DataTable, DataType, Reading} from "../../model/table.ts";
export {hasHeader, readRecords} from "./csv-records.ts";
export type {CsvOptions, CsvRecords, CsvRow} from "./csv-records.ts";
export {toInteger, toNumber} from "./numbers.ts";
export {Refusals} from "./refusals.ts";
export {createClockReader, fromEpochMs, toClock, toZoned} from "./times.ts";
export {toKilocalories, toKilograms, toMetres} from "./units.ts";
