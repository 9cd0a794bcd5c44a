/** The values of a group, by field name. */
export type Group = Readonly<Record<string, unknown>>;

export function isGroup(value: unknown): value is Group {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The group with another value in it; undefined where nothing is left. */
export function withValue(group: Group, name: string, value: unknown): Group | undefined {
  const others = Object.entries(group).filter(([key]) => key !== name);
  const entries = value === undefined ? others : Object.entries({...group, [name]: value});
  return entries.length === 0 ? undefined : Object.fromEntries(entries);
}
