import type {Store} from "../../store/store.ts";
import type {Compute} from "../compute/compute.ts";
import {createTwinProposer} from "../twins/propose-twins.ts";
import type {TypeRecords} from "../twins/type-records.ts";
import type {Proposer} from "./proposer.ts";
import {createEdgeProposer} from "./suggest-edges.ts";
import {createFactProposer} from "./suggest-facts.ts";

/** The methods that look for suggestions; `records` are those that twins are looked for among. */
export function createProposers(
  store: Store,
  compute: Compute,
  records: () => Promise<TypeRecords>
): Proposer[] {
  return [
    createEdgeProposer(store),
    createFactProposer(store, compute),
    createTwinProposer(store, records)
  ];
}
