import type {Field} from "../../formats/field-table.ts";

const SEPARATOR = " / ";

/** Something in a place. */
export interface Item {
  readonly id: string;
  readonly name: string;
  readonly kind: string | null;
  /** The names of the places that it is in, the largest first. */
  readonly parts: readonly string[];
}

export const ITEM_FIELDS: readonly Field<Item>[] = [
  ["item_id", "VARCHAR", ({id}) => id],
  ["name", "VARCHAR", ({name}) => name],
  ["kind", "VARCHAR", ({kind}) => kind],
  ["path", "VARCHAR", ({parts, name}) => toPath([...parts, name])],
  ["parent_path", "VARCHAR", ({parts}) => (parts.length > 0 ? toPath(parts) : null)],
  ["depth", "BIGINT", ({parts}) => parts.length],
  ["parts", {list: "VARCHAR"}, ({parts}) => parts]
];

/** A place, with what is in it. */
export interface Place {
  readonly parts: readonly string[];
  /** Right in it, and in it or in any place in it. */
  items: number;
  itemsBelow: number;
}

export const PLACE_FIELDS: readonly Field<Place>[] = [
  ["path", "VARCHAR", ({parts}) => toPath(parts)],
  ["name", "VARCHAR", ({parts}) => parts.at(-1)],
  ["parent_path", "VARCHAR", ({parts}) => (parts.length > 1 ? toPath(parts.slice(0, -1)) : null)],
  ["depth", "BIGINT", ({parts}) => parts.length],
  ["items", "BIGINT", ({items}) => items],
  ["items_below", "BIGINT", ({itemsBelow}) => itemsBelow]
];

/** All places that things are in, and all that these are in. */
export function toPlaces(items: readonly Item[]): Place[] {
  const places = new Map<string, Place>();
  for (const {parts} of items)
    parts.forEach((_, i) => {
      const above = parts.slice(0, i + 1);
      const path = toPath(above);
      let place = places.get(path);
      if (!place) places.set(path, (place = {parts: above, items: 0, itemsBelow: 0}));
      ++place.itemsBelow;
      if (above.length === parts.length) ++place.items;
    });
  return [...places.values()].sort((a, b) => (toPath(a.parts) < toPath(b.parts) ? -1 : 1));
}

/** A path as all tables write it, however the file does. */
export function toPath(parts: readonly string[]): string {
  return parts.join(SEPARATOR);
}
