import type {EdgeKind, EntryType, Store, Workspace} from "../src/index.ts";
import type {FormContext} from "./form-context.ts";
import {toOtherTypeNames} from "./reference.ts";

/** What the form of an entry needs of the store, read there. */
export async function readFormContext(
  store: Store,
  workspace: Workspace | undefined
): Promise<FormContext> {
  return toFormContext(store, workspace, await store.types.list(), await store.kinds.list());
}

/** What the form of an entry needs; the names of entries are found by the workspace where there is one. */
export function toFormContext(
  store: Store,
  workspace: Workspace | undefined,
  typeList: readonly EntryType[],
  kindList: readonly EdgeKind[]
): FormContext {
  const types = new Map(typeList.map((type) => [type.name, type]));
  const kinds = new Map(kindList.map((kind) => [kind.name, kind]));
  return {
    store,
    types,
    kinds,
    ...(workspace && {picked: (id: string) => workspace.picked(id)}),
    suggest: (text, edge, signal) => {
      const names = toOtherTypeNames(edge, kinds.get(edge.kind), types) ?? [];
      return workspace?.typeahead
        ? workspace.typeahead(text, {types: names, filter: edge.filter, signal})
        : store.entries.suggest(text, {types: names});
    }
  };
}
