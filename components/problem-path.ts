import type {FormField} from "./form-field.ts";

/** Whether a problem's path (`place/room`, `colours/0`) is that of a field, or inside it. Names may have slashes of their own. */
export function isAtField(path: string, field: string): boolean {
  return path === field || path.startsWith(`${field}/`);
}

/** A path as people read it: "Place, Room"; "Sets, row 2, Weight". */
export function toPathLabel(path: string, fields: readonly FormField[]): string {
  const field = fields.find(({name}) => isAtField(path, name));
  if (!field) return path;
  const rest = path.slice(field.name.length + 1);
  if (rest === "") return field.label;
  const [, index, inner = ""] = /^(\d+)(?:\/(.*))?$/s.exec(rest) ?? [];
  if (index === undefined) return `${field.label}, ${toPathLabel(rest, field.fields)}`;
  const row = `${field.label}, row ${Number(index) + 1}`;
  return inner === "" ? row : `${row}, ${toPathLabel(inner, field.fields)}`;
}
