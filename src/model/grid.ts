/** A place in a grid, both numbers from 1. */
export interface GridPlace {
  readonly row: number;
  readonly column: number;
}

const LETTERS = 26;

/** The place that a position such as `B7` names (rows by letter, after Z comes AA); undefined where it is none. */
export function toGridPlace(position: string): GridPlace | undefined {
  const [, letters, digits] = /^\s*([a-z]{1,3})\s*0*([1-9]\d{0,4})\s*$/i.exec(position) ?? [];
  if (letters === undefined) return undefined;
  let row = 0;
  for (const letter of letters.toUpperCase()) row = LETTERS * row + letter.charCodeAt(0) - 64;
  return {row, column: Number(digits)};
}

/** The position of a place, `B7`. */
export function toPosition({row, column}: GridPlace): string {
  let letters = "";
  for (let rest = row; rest > 0; rest = Math.floor((rest - 1) / LETTERS))
    letters = String.fromCharCode(65 + ((rest - 1) % LETTERS)) + letters;
  return `${letters}${column}`;
}
