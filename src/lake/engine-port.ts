import {toMessage} from "../lib/errors.ts";
import type {ByteSource} from "../model/bytes.ts";
import {isBlobSource, toBlobSource} from "../model/bytes.ts";
import type {Column} from "../model/column.ts";
import type {Row} from "../model/query-result.ts";
import type {DataColumn} from "../model/table.ts";
import {toSqlType} from "../model/table.ts";
import {toArrowStream} from "./arrow-writer.ts";
import type {Engine, TablePlace} from "./engine.ts";
import {toBlob} from "./to-blob.ts";
import type {WasmFiles} from "./wasm-files.ts";

/** What one side asks of the engine that lies at the other. */
type EngineCall =
  | {readonly method: "run" | "rows" | "describe" | "release"; readonly text: string}
  | {readonly method: "mount"; readonly blob: Blob}
  | {
      readonly method: "append";
      readonly table: TablePlace;
      readonly columns: readonly Column[];
      readonly stream: Uint8Array;
    };

type EngineAnswer = {readonly id: number} & (
  {readonly value: unknown} | {readonly name: string; readonly message: string}
);

/** Answers for an engine at a port, until the port is closed. */
export function serveEngine(engine: WasmFiles, port: MessagePort): void {
  port.onmessage = ({data: {id, ...call}}: MessageEvent<EngineCall & {id: number}>) => {
    void answer(engine, call).then(
      (value) => port.postMessage({id, value}),
      (error: unknown) =>
        port.postMessage({
          id,
          name: error instanceof Error ? error.name : "Error",
          message: toMessage(error)
        })
    );
  };
}

function answer(engine: WasmFiles, call: EngineCall): Promise<unknown> {
  switch (call.method) {
    case "append":
      return engine.appendArrow(call.table, call.columns, call.stream);
    case "mount":
      return engine.mount(toBlobSource("", call.blob));
    default:
      return engine[call.method](call.text);
  }
}

/** The engine at the other side of a port. Rows go there as Arrow, which is made on this side. */
export function connectEngine(port: MessagePort): Engine {
  const pending = new Map<number, (answer: EngineAnswer) => void>();
  let last = 0;
  port.onmessage = ({data}: MessageEvent<EngineAnswer>) => {
    pending.get(data.id)?.(data);
    pending.delete(data.id);
  };
  const ask = <T>(call: EngineCall, transfer: Transferable[] = []): Promise<T> =>
    new Promise((resolve, reject) => {
      const id = ++last;
      pending.set(id, (answer) => {
        if ("value" in answer) resolve(answer.value as T);
        else reject(Object.assign(new Error(answer.message), {name: answer.name}));
      });
      port.postMessage({id, ...call}, transfer);
    });

  const mount = (blob: Blob): Promise<string> => ask({method: "mount", blob});
  return {
    readsParquet: false,
    run: (text) => ask<number>({method: "run", text}),
    rows: (text) => ask<Row[]>({method: "rows", text}),
    describe: (text) => ask<Column[]>({method: "describe", text}),
    release: (text) => ask<void>({method: "release", text}),
    append: (table, columns) => {
      const stream = toArrowStream({name: table.name, columns});
      const named = columns.map(({name, type}: DataColumn) => ({name, type: toSqlType(type)}));
      return ask<void>({method: "append", table, columns: named, stream}, [stream.buffer]);
    },
    mount: async (source: ByteSource) =>
      mount(isBlobSource(source) ? source.blob : await toBlob(source.stream())),
    write: async (pieces, signal) => mount(await toBlob(pieces, signal))
  };
}
