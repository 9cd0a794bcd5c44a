import type {Entry, EntryType, Fields, Workspace} from "../src/index.ts";
import {toSqlLiteral} from "../src/index.ts";

/** What SQL gives for the computed fields of an entry; nothing where there is no engine, or it refuses the expression. */
export async function readComputed(
  workspace: Workspace | undefined,
  {name, schema}: EntryType,
  {id}: Entry
): Promise<Fields> {
  const fields = Object.entries(schema.properties).filter(
    ([, {"x-lakebook": hints}]) => hints?.kind === "computed"
  );
  if (!workspace || fields.length === 0) return {};
  try {
    const relation = (await workspace.relations()).get(name);
    if (relation === undefined) return {};
    const result = await workspace.query(
      `select * from ${relation} where id = ${toSqlLiteral(id)} limit 1`
    );
    const {columns} = result;
    const values = fields.flatMap(([field]): [string, unknown][] => {
      const index = columns.indexOf(field);
      return index < 0 || result.numRows === 0 ? [] : [[field, result.value(0, index)]];
    });
    return Object.fromEntries(values);
  } catch {
    return {}; // the form says that the value is computed later; what is wrong is said where the type is edited
  }
}
