import type {Row} from "./rows.ts";

/** Whether a row is the header again, or its beginning, or more of it. */
export function isRepeated({fields}: Pick<Row, "fields">, names: Pick<Row, "fields">): boolean {
  const common = Math.min(fields.length, names.fields.length);
  if (common < 2 || common < names.fields.length * 0.5) return false;
  let filled = 0;
  for (let i = 0; i < common; ++i) {
    if (fields[i]!.trim() !== names.fields[i]!.trim()) return false;
    if (fields[i]!.trim() !== "") ++filled;
  }
  return filled > 1;
}
