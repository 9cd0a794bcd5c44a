/** How many pages a list takes: one where it is empty. */
export function countPages(total: number, size: number): number {
  return Math.max(1, Math.ceil(total / size));
}
