import {Table, Utf8, tableToIPC, vectorFromArray} from "apache-arrow";
import type {BasicType} from "hyparquet-writer";
import {parquetWriteBuffer} from "hyparquet-writer";
import type {ContractFile, Sample} from "./contract-file.ts";
import {toFile} from "./contract-file.ts";
import {SAMPLES} from "./samples.ts";

const TYPES: Readonly<Record<string, BasicType>> = {
  number: "DOUBLE",
  boolean: "BOOLEAN",
  string: "STRING"
};

function toParquet(
  {columns, rows}: Sample,
  codec: "SNAPPY" | "UNCOMPRESSED",
  rowGroupSize: number
): Uint8Array {
  const columnData = columns.map((name, i) => {
    const data = rows.map((row) => row[i] ?? null);
    const first = data.find((cell) => cell !== null);
    return {name, data, type: TYPES[typeof first]!};
  });
  return new Uint8Array(parquetWriteBuffer({columnData, codec, rowGroupSize}));
}

const RICH: readonly {name: string; data: unknown[]; type?: BasicType}[] = [
  {name: "i", data: [1, -2, 3], type: "INT32"},
  {name: "l", data: [9007199254740993n, -1n, 0n], type: "INT64"},
  {name: "f", data: [0.5, -1.25, 3], type: "FLOAT"},
  {name: "t", data: [new Date(0), new Date(1_700_000_000_123), new Date(1)], type: "TIMESTAMP"},
  {name: "b", data: [Uint8Array.of(1, 2), Uint8Array.of(), Uint8Array.of(255)], type: "BYTE_ARRAY"},
  {
    name: "u",
    data: [
      "6f8e1a2b-0000-4000-8000-000000000001",
      "6f8e1a2b-0000-4000-8000-000000000002",
      "6f8e1a2b-0000-4000-8000-000000000003"
    ],
    type: "UUID"
  },
  {name: "n", data: [null, "x", null], type: "STRING"}
];

function toArrow({columns, rows}: Sample, kind: "file" | "stream"): Uint8Array {
  const vectors = columns.map((name, i) => {
    const cells = rows.map((row) => row[i] ?? null);
    // without a type texts become dictionaries, whose ids count up from call to call
    const isText = typeof cells.find((cell) => cell !== null) === "string";
    return [name, isText ? vectorFromArray(cells, new Utf8()) : vectorFromArray(cells)] as const;
  });
  return tableToIPC(new Table(Object.fromEntries(vectors)), kind);
}

/** Parquet and Arrow. */
export function makeColumnar(): ContractFile[] {
  const rich = RICH.map(({name, data, type}) => ({name, data, type}));
  return [
    ...SAMPLES.flatMap((sample) => [
      toFile(`parquet/${sample.name}.parquet`, toParquet(sample, "SNAPPY", 1000)),
      toFile(`parquet/${sample.name}-plain.parquet`, toParquet(sample, "UNCOMPRESSED", 1000)),
      toFile(`parquet/${sample.name}-groups.parquet`, toParquet(sample, "SNAPPY", 5)),
      toFile(
        `parquet/${sample.name}-cut.parquet`,
        toParquet(sample, "SNAPPY", 1000).subarray(0, -9)
      ),
      toFile(`arrow/${sample.name}.arrow`, toArrow(sample, "file")),
      toFile(`arrow/${sample.name}.arrows`, toArrow(sample, "stream")),
      toFile(`arrow/${sample.name}-cut.arrow`, toArrow(sample, "file").subarray(0, 40))
    ]),
    ...RICH.map((column) =>
      toFile(
        `parquet/type-${column.name}.parquet`,
        new Uint8Array(parquetWriteBuffer({columnData: [column]}))
      )
    ),
    toFile("parquet/rich.parquet", new Uint8Array(parquetWriteBuffer({columnData: rich}))),
    toFile("parquet/no.parquet", "PAR1 something PARE")
  ];
}
