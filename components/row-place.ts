/** Where a row lies. Rows of imported tables are known by their values: the number in their address is no place. */
export function toRowPlace(table: string, row: number): string {
  return table.startsWith("raw.") ? `a row of ${table}` : `${table}, row ${row + 1}`;
}
