import {makeColumnar} from "./columnar.ts";
import type {ContractFile} from "./contract-file.ts";
import {makeDelimited} from "./delimited.ts";
import {makeOthers} from "./others.ts";
import {makeTrees} from "./trees.ts";

/** A few hundred small files of every format; the same bytes at every call, in Node and in a browser. */
export function makeFiles(): ContractFile[] {
  return [...makeDelimited(), ...makeTrees(), ...makeColumnar(), ...makeOthers()];
}
