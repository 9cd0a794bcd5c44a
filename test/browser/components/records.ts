import {onTestFinished} from "vitest";
import type {Catalogue, Entry, EntryType, QueryResult, Store} from "../../../src/index.ts";
import {EMPTY_CATALOGUE} from "../../../src/model/catalogue.ts";
import {toEntryType} from "../../../src/model/entry-type.ts";
import type {KeepOptions} from "../../../src/workspace/keep.ts";
import {keepRows} from "../../../src/workspace/keep.ts";
import {Workspace} from "../../../src/workspace/workspace.ts";
import {createTwins} from "../../../src/workspace/twins/twins.ts";
import {createTypeahead} from "../../../src/workspace/find/typeahead.ts";
import {createValues} from "../../../src/workspace/find/values.ts";
import {freshStore} from "../store/fresh-store.ts";

/** A text that would run if it were ever taken for markup. */
export const EVIL = "<img src=x onerror=alert(1)>";

export const FREEZER: EntryType = toEntryType({
  name: "freezer",
  schema: {
    type: "object",
    required: ["name"],
    properties: {
      name: {type: "string"},
      litres: {type: "integer", title: "Volume in l"},
      bought: {type: "string", format: "date"},
      notes: {type: "string"}
    }
  }
});

export const ITEM: EntryType = toEntryType({
  name: "item",
  schema: {type: "object", properties: {label: {type: "string"}, price: {type: "number"}}}
});

export interface Given {
  readonly types?: readonly EntryType[];
  readonly catalogue?: Catalogue;
  readonly query?: (sql: string) => Promise<QueryResult>;
  readonly similar?: Workspace["similar"];
}

/** The part of a workspace that pages of records use, over a store of its own. */
export async function openRecords({
  types = [FREEZER, ITEM],
  catalogue = EMPTY_CATALOGUE,
  query = () => Promise.reject(new Error("no lake in this test")),
  similar = () => Promise.resolve([])
}: Given = {}): Promise<Workspace> {
  const store = await freshStore(...types);
  const noModel = (): Promise<never> => Promise.reject(new Error("no model in this test"));
  const typeahead = createTypeahead(store, noModel);
  const workspace = {
    store,
    values: createValues(store),
    typeahead: (...args: Parameters<typeof typeahead.find>) => typeahead.find(...args),
    picked: (id: string) => typeahead.pick(id),
    twins: createTwins({
      store,
      catalogue: () => Promise.resolve(catalogue),
      query,
      findNear: noModel
    }),
    query,
    similar,
    catalogue: () => Promise.resolve(catalogue),
    inferType: Workspace.prototype.inferType.bind(undefined),
    keep: (options: KeepOptions) => keepRows({...options, store, parts: catalogue.parts}),
    model: "test"
  };
  return workspace as unknown as Workspace;
}

/** Adds an entry of a type by its title field and others. */
export async function add(
  store: Store,
  type: EntryType,
  fields: Readonly<Record<string, unknown>>,
  tags: readonly string[] = []
): Promise<Entry> {
  return store.entries.add({type: type.name, fields, tags});
}

/** Sets the page's address for a test, and puts it back. */
export function goTo(search: string): void {
  const former = location.href;
  history.replaceState(null, "", `${location.pathname}${search}`);
  onTestFinished(() => history.replaceState(null, "", former));
}

/** Fails the test where a text of somebody's is run. */
export function watchAlerts(): () => number {
  let count = 0;
  const {alert} = globalThis;
  globalThis.alert = () => void ++count;
  onTestFinished(() => {
    globalThis.alert = alert;
  });
  return () => count;
}
