import type {Expansion} from "../../model/format.ts";

/** The expansion of an archive that cannot be read: one problem, no members. */
export function refuseArchive(path: string, what: string): Expansion {
  return {members: [], problems: [{file: path, where: "", what}]};
}
