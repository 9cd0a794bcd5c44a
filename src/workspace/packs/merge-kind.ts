import {InputError} from "../../lib/errors.ts";
import {isSame} from "../../lib/same.ts";
import type {EdgeKind} from "../../model/edge.ts";
import type {ObjectSchema} from "../../model/schema.ts";
import {mergeSchema, toMark} from "./merge-type.ts";

/** What would change the sense of edges that are there. */
const FIXED = ["symmetric", "cardinality", "grid", "capacityField"] as const;
const NO_FIELDS: ObjectSchema = {type: "object", properties: {}};

/**
 * The kind that is there with what a pack has new for it: ends and fields, and a grid or a capacity where it has none.
 * Throws `InputError` where the two say different things of the same edges.
 */
export function mergeKind(
  there: EdgeKind,
  given: EdgeKind,
  pack: string,
  version: number
): EdgeKind {
  const mark = there.packs?.[pack];
  if (mark && mark.version >= version) return there;
  if (!mark)
    for (const part of FIXED)
      if (
        there[part] !== undefined &&
        given[part] !== undefined &&
        !isSame(there[part], given[part])
      )
        throw new InputError(
          `edge kind means something else: ${part} of ${there.name} differs from the pack's; rename yours first`
        );
  const schema =
    given.schema &&
    mergeSchema(there.schema ?? NO_FIELDS, given.schema, {of: `edge kind ${there.name}`, mark});
  return {
    ...given,
    ...there,
    fromTypes: joinNames(there.fromTypes, given.fromTypes),
    toTypes: joinNames(there.toTypes, given.toTypes),
    ...(schema && {schema}),
    packs: {...there.packs, [pack]: toMark(given.schema, version)}
  };
}

/** No name means any type, which is more than any names. */
function joinNames(there: readonly string[], given: readonly string[]): readonly string[] {
  return there.length === 0 || given.length === 0 ? [] : [...new Set([...there, ...given])];
}
