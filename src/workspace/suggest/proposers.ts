import type {Store} from "../../store/store.ts";
import {createTwinProposer} from "../twins/propose-twins.ts";
import type {TypeRecords} from "../twins/type-records.ts";
import type {Proposer} from "./proposer.ts";
import {createEdgeProposer} from "./suggest-edges.ts";

/** The methods that look for suggestions; `records` are those that twins are looked for among. */
export function createProposers(store: Store, records: () => Promise<TypeRecords>): Proposer[] {
  return [createEdgeProposer(store), createTwinProposer(store, records)];
}
