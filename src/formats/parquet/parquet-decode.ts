import {toUniqueNames} from "../../lib/unique-names.ts";
import type {Value} from "../../model/column.ts";
import {toSqlType} from "../../model/table.ts";
import {toJsonText} from "../json-write.ts";
import type {SchemaNode} from "./parquet-schema.ts";
import type {Decoder} from "./parquet-types.ts";
import {toLeafDecoder} from "./parquet-types.ts";

/** How a column's values are read, which may be lists, maps and structs. */
export function toDecoder(node: SchemaNode): Decoder {
  const inner = toSingleDecoder(node);
  return node.element.repetition_type === "REPEATED"
    ? {...toListDecoder(inner), missing: []}
    : inner;
}

function toSingleDecoder(node: SchemaNode): Decoder {
  const {element, children} = node;
  if (children.length === 0) return toLeafDecoder(element);
  const [child] = children;
  const isRepeated = children.length === 1 && child!.element.repetition_type === "REPEATED";
  if (isRepeated && element.converted_type === "LIST") {
    const isWrapped = child!.children.length === 1;
    if (child!.children.length <= 1)
      return toListDecoder(isWrapped ? toDecoder(child!.children[0]!) : toSingleDecoder(child!));
    return unwrap(toDecoder(child!), child!);
  }
  if (isRepeated && element.converted_type === "MAP" && child!.children.length > 0)
    return unwrap(toMapDecoder(child!), child!);
  return toStructDecoder(children);
}

/** The library gives a group whose lists it does not know as an object with its one child in it. */
function unwrap(inner: Decoder, {element}: SchemaNode): Decoder {
  return {
    type: inner.type,
    decode: (value) => decodePresent(inner, (value as Record<string, unknown>)[element.name])
  };
}

function toListDecoder(item: Decoder): Decoder {
  return {
    type: {list: item.type},
    decode: (value) => Array.from(value as Iterable<unknown>, (entry) => decodePresent(item, entry))
  };
}

function toMapDecoder({children: [key, value]}: SchemaNode): Decoder {
  const name = toDecoder(key!);
  const item: Decoder = value ? toDecoder(value) : {type: "VARCHAR", decode: () => null};
  const type = {map: item.type};
  return {
    type:
      name.type === "VARCHAR"
        ? type
        : {sql: `MAP(${toSqlType(name.type)}, ${toSqlType(item.type)})`, from: type},
    decode: (entries) =>
      Array.from(entries as Iterable<Record<string, unknown>>, (entry): Value => [
        toKeyText(name.decode(entry[key!.element.name])),
        value ? decodePresent(item, entry[value.element.name]) : null
      ])
  };
}

/** A key as text that the engine casts to the type of keys. */
function toKeyText(key: Value): string {
  if (key instanceof Date) return key.toISOString().replace("T", " ").replace("Z", "");
  return typeof key === "object" ? toJsonText(key) : String(key);
}

function toStructDecoder(children: readonly SchemaNode[]): Decoder {
  const names = toUniqueNames(children.map(({element}) => element.name));
  const fields = children.map(toDecoder);
  return {
    type: {struct: Object.fromEntries(names.map((name, i) => [name, fields[i]!.type]))},
    decode(value) {
      const row = value as Record<string, unknown>;
      return Object.fromEntries(
        names.map((name, i) => [name, decodePresent(fields[i]!, row[children[i]!.element.name])])
      );
    }
  };
}

/** A value, or what stands in its place where there is none. */
export function decodePresent({decode, missing = null}: Decoder, value: unknown): Value {
  return value === null || value === undefined ? missing : decode(value);
}
