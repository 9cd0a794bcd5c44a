/** The object without some of its names; itself where it has none of them. */
export function omit<T extends object, K extends PropertyKey>(
  object: T,
  names: readonly K[]
): Omit<T, K> {
  if (!names.some((name) => Object.hasOwn(object, name))) return object;
  const rest = {...object} as Partial<Record<PropertyKey, unknown>>;
  for (const name of names) delete rest[name];
  return rest as Omit<T, K>;
}
