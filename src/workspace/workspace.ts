import {interpolateSql} from "../lib/sql.ts";
import type {QueryOptions} from "../lake/lake.ts";
import {LazyLake} from "../lake/lazy-lake.ts";
import {queryTraced} from "../lake/provenance.ts";
import {readCatalogue} from "../lake/read-catalogue.ts";
import type {WasmLakeAssets} from "../lake/wasm-engine.ts";
import {openWasmLake} from "../lake/wasm-lake.ts";
import type {Catalogue} from "../model/catalogue.ts";
import type {QueryResult} from "../model/query-result.ts";

/** The files that an engine needs, by absolute URL; named by the page, never guessed. */
export interface WorkspaceAssets {
  readonly engine: WasmLakeAssets;
  readonly embedder: {
    readonly workerUrl: string;
    readonly runtime: {readonly wasm: string; readonly mjs: string};
    readonly models: Readonly<Record<string, Readonly<Record<string, string>>>>;
  };
}

export async function openWorkspace(assets: WorkspaceAssets): Promise<Workspace> {
  return Promise.resolve(new Workspace(assets));
}

export class Workspace {
  readonly lake: LazyLake;
  #catalogue: Promise<Catalogue> | undefined;

  constructor({engine}: WorkspaceAssets) {
    this.lake = new LazyLake(() => openWasmLake(engine));
  }

  catalogue(): Promise<Catalogue> {
    this.#catalogue ??= readCatalogue(this.lake);
    return this.#catalogue;
  }

  async query(sql: string, options?: QueryOptions): Promise<QueryResult> {
    const {tables} = await this.catalogue();
    return queryTraced(this.lake, sql, new Set(tables.map(({name}) => name)), options);
  }

  sql(strings: readonly string[], ...values: unknown[]): Promise<QueryResult> {
    return this.query(interpolateSql(strings, values));
  }
}
