import type {Workspace} from "../src/index.ts";

/** The lake table of the sample that shows what keeping is. */
export const EXAMPLE_TABLE = "freezers";

/** Keeps the whole example table as entries of a type that is inferred from it, as one write. */
export async function keepExample(
  workspace: Workspace,
  signal: AbortSignal
): Promise<{added: number; group: string | null}> {
  const result = await workspace.query(`select * from lake.${EXAMPLE_TABLE}`, {signal});
  const rows = Array.from({length: result.numRows}, (_, i) => i);
  const type = workspace.inferType(result, rows, "freezer");
  return workspace.keep({result, rows, type, signal});
}
