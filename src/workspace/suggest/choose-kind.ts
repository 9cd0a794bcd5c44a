import {toIdentifier} from "../../lib/slug.ts";
import type {EdgeKind} from "../../model/edge.ts";
import {toEdgeKind} from "../../model/edge.ts";

/** Kinds that a suggestion falls back on; they are made when the first such suggestion is accepted. */
export const RELATED_TO = toEdgeKind({name: "related_to", symmetric: true});
export const MENTIONS = toEdgeKind({
  name: "mentions",
  label: "mentions",
  inverse: "mentioned in"
});

/** The kind and direction of an edge. */
export interface KindChoice {
  readonly kind: EdgeKind;
  /** True where the entry that was named is the first end. */
  readonly isTurned: boolean;
}

/**
 * The kind for an edge from an entry, one of whose fields names another: a kind that is called like the field, else
 * the only kind that is made for these two types, else "related to".
 */
export function chooseKind(
  kinds: readonly EdgeKind[],
  {field, from, to}: {readonly field: string; readonly from: string; readonly to: string}
): KindChoice {
  const out = kinds.filter((kind) => allows(kind.fromTypes, from) && allows(kind.toTypes, to));
  const into = kinds.filter(
    (kind) => !kind.symmetric && allows(kind.fromTypes, to) && allows(kind.toTypes, from)
  );
  const name = toIdentifier(field, "");
  const likeField = ({name: kind, label}: EdgeKind): boolean =>
    kind === name || toIdentifier(label, "") === name;
  const called = name === "" ? undefined : out.find(likeField);
  if (called) return {kind: called, isTurned: false};
  const turned = into.find(({inverse}) => name !== "" && toIdentifier(inverse, "") === name);
  if (turned) return {kind: turned, isTurned: true};
  const made = [
    ...out.filter(isSpecific).map((kind) => ({kind, isTurned: false})),
    ...into.filter(isSpecific).map((kind) => ({kind, isTurned: true}))
  ];
  if (made.length === 1) return made[0]!;
  return {kind: kinds.find((kind) => kind.name === RELATED_TO.name) ?? RELATED_TO, isTurned: false};
}

/** Made for certain types at both ends. */
export function isSpecific({fromTypes, toTypes}: EdgeKind): boolean {
  return fromTypes.length > 0 && toTypes.length > 0;
}

function allows(types: readonly string[], type: string): boolean {
  return types.length === 0 || types.includes(type);
}
