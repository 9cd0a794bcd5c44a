import type {Store, Workspace} from "../src/index.ts";
import type {FormContext} from "./form-context.ts";
import {toOtherTypeNames} from "./reference.ts";

/** What the form of an entry needs of the store; the names of entries are found by the workspace where there is one. */
export async function createFormContext(
  store: Store,
  workspace: Workspace | undefined
): Promise<FormContext> {
  const types = new Map((await store.types.list()).map((type) => [type.name, type]));
  const kinds = new Map((await store.kinds.list()).map((kind) => [kind.name, kind]));
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
