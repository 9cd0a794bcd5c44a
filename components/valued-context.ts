import type {EntryType, Workspace} from "../src/index.ts";
import type {FormContext} from "./form-context.ts";

/**
 * The context of a form with the texts that the fields of its type had before. It is the same one until the type or what
 * is kept of types changes: fields are drawn anew for another.
 */
export class ValuedContext {
  #context: FormContext | undefined;
  #type: EntryType["name"] | undefined;

  /** Without a workspace no such texts are known, and the context is as it was. */
  of(context: FormContext, {name}: EntryType, workspace: Workspace | undefined): FormContext {
    if (!workspace) return context;
    const {values} = workspace;
    if (!this.#context || this.#context.types !== context.types || this.#type !== name)
      this.#context = {...context, values: (field, text) => values.suggest(name, field, text)};
    this.#type = name;
    return this.#context;
  }
}
