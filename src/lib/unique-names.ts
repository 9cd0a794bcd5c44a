/**
 * Names made unique as DuckDB does it: the second `a` is `a_1`, the third `a_2`. Case does not tell names
 * apart, since it does not in SQL.
 */
export function toUniqueNames(names: readonly string[]): string[] {
  const taken = new Set(names.map((name) => name.toLowerCase()));
  const seen = new Set<string>();
  return names.map((name) => {
    if (!seen.has(name.toLowerCase())) {
      seen.add(name.toLowerCase());
      return name;
    }
    let n = 1;
    while (taken.has(`${name}_${n}`.toLowerCase())) ++n;
    taken.add(`${name}_${n}`.toLowerCase());
    return `${name}_${n}`;
  });
}
