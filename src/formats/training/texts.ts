/** What the text of an element sets in a thing, by the element's name; a map, since a file may name any element. */
export type Texts<T> = ReadonlyMap<string, (thing: T, text: string) => void>;

/** The setters of several elements by their names. */
export function toTexts<T>(
  setters: Readonly<Record<string, (thing: T, text: string) => void>>
): Texts<T> {
  return new Map(Object.entries(setters));
}
