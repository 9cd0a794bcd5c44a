import type {TypeContext} from "./type-context.ts";
import type {TypeDraft} from "./type-draft.ts";

/** The title that an entry would have whose fields hold their own names. */
export function toTitleExample(
  {template, title}: Pick<TypeDraft, "template" | "title">,
  fields: TypeContext["fields"]
): string {
  const toLabel = (name: string): string =>
    fields.find((field) => field.name === name)?.label ?? name;
  if (template.trim() === "") return `‹${toLabel(title || (fields[0]?.name ?? ""))}›`;
  return template.replaceAll(/\{([^{}]+)\}/g, (_, name: string) => `‹${toLabel(name.trim())}›`);
}
