import {QueryError} from "../../lib/errors.ts";
import {quoteIdentifier} from "../../lib/sql.ts";
import type {EntryType} from "../../model/entry-type.ts";
import type {QueryResult} from "../../model/query-result.ts";
import {toSqlType} from "../../model/table.ts";
import {toTypeColumns} from "../mirror/type-columns.ts";

export interface ExpressionProblem {
  readonly message: string;
  /** The offset in the expression, in UTF-16 units; undefined where the engine names no place in it. */
  readonly offset: number | undefined;
}

/**
 * What is wrong with an SQL expression over the relation of a type, which need not be stored: `type` is resolved, its
 * inherited fields with it. Undefined where nothing is. Nothing is computed; the expression may ask other relations.
 */
export async function checkExpression(
  query: (sql: string) => Promise<QueryResult>,
  expression: string,
  type: EntryType
): Promise<ExpressionProblem | undefined> {
  const head = "select (";
  const columns = toTypeColumns(type).map(
    ({name, type}) => `null::${toSqlType(type)} as ${quoteIdentifier(name)}`
  );
  // on a line of its own: a comment at the expression's end takes no bracket with it
  const sql = `${head}${expression}\n) as value from (select ${columns.join(", ")}) limit 0`;
  try {
    await query(sql);
    return undefined;
  } catch (error) {
    if (!(error instanceof QueryError)) throw error;
    const offset = error.offset === undefined ? undefined : error.offset - head.length;
    const isInside = offset !== undefined && offset >= 0 && offset <= expression.length;
    return {message: error.message.split("\n\n")[0]!, offset: isInside ? offset : undefined};
  }
}
