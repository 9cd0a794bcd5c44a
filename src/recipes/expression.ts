import {InputError} from "../lib/errors.ts";

/** Words that begin a query: at the start of an expression, or of one in parentheses. */
const QUERY_WORDS = new Set(
  "select from with values table describe desc summarize show pivot unpivot".split(" ")
);
/** Functions that make several rows of one. */
const ROW_WORDS = new Set(["unnest", "unlist"]);

/**
 * Quotes and comments as DuckDB reads them, words, and all else by the character. Where DuckDB has other quotes (with
 * backslashes, between dollars) nothing is read, so that both always see the same quotes.
 */
const TOKEN = new RegExp(
  [
    String.raw`(?<skip>\s+|--[^\n\r]*)`,
    String.raw`(?<comment>/\*)`,
    String.raw`(?<foreign>(?<![A-Za-z_])[eE](?=')|\$)`,
    String.raw`(?<quoted>'(?:[^']|'')*'|"(?:[^"]|"")*")`,
    String.raw`(?<word>[A-Za-z_][\w]*|\d[\w.]*?(?=[eE]'|[^\w.]|$))`,
    String.raw`(?<mark>.)`
  ].join("|"),
  "suy"
);

/** What of an expression matters to those who put it into a query. */
export interface Expression {
  /** The expression in parentheses of its own: nothing in it ends them. */
  readonly sql: string;
  /** It looks at other rows (`OVER`), so that the engine may give rows in another order. */
  readonly hasWindow: boolean;
}

/**
 * A user's SQL expression over one row, made safe to stand in a query: it cannot end the place where it stands, and
 * holds no query of its own, since a recipe may come with somebody's data and must not read anything else. What it
 * means, the engine says. Throws `InputError` on all else.
 */
export function toExpression(text: string): Expression {
  let depth = 0;
  let isStart = true;
  let isBlank = true;
  let hasWindow = false;
  for (const token of readTokens(text)) {
    const word = token.toLowerCase();
    if (isStart && QUERY_WORDS.has(word)) {
      throw new InputError(
        `query in an expression: ${token}; an expression may use the row's columns only (a column of that name is written "${token}")`
      );
    }
    if (ROW_WORDS.has(word)) {
      throw new InputError(`expression that makes several rows of one: ${token}`);
    }
    if (word === "over") hasWindow = true;
    if (token === ";") throw new InputError("expression with a semicolon: write one expression");
    if (token === ")" && --depth < 0)
      throw new InputError("expression with a parenthesis that closes nothing");
    if (token === "(") ++depth;
    isBlank = false;
    // DuckDB takes some invisible characters for blanks, which a query's first word may follow
    isStart = token === "(" || (isStart && token > "\u007f");
  }
  if (isBlank) throw new InputError("expression of nothing: write what to compute");
  if (depth > 0) throw new InputError("expression with a parenthesis that is not closed");
  // on lines of its own: a comment at its end must not swallow what follows
  return {sql: `(\n${text}\n)`, hasWindow};
}

/** Words, quoted texts and marks, without comments. */
function* readTokens(text: string): Generator<string> {
  let at = 0;
  while (at < text.length) {
    TOKEN.lastIndex = at;
    const {0: token, groups = {}} = TOKEN.exec(text)!;
    if (groups["comment"] !== undefined) {
      at = skipComment(text, at);
      continue;
    }
    if (groups["foreign"] !== undefined) {
      throw new InputError(
        `expression with a quote that is not known here: ${token}; write 'text', with '' for a quote`
      );
    }
    at += token.length;
    if (groups["skip"] !== undefined) continue;
    if (token === "'" || token === '"')
      throw new InputError(`expression with a quote that is not closed: ${token}`);
    if (token === "\u0000") throw new InputError("expression with a character of code 0");
    yield token;
  }
}

/** Comments nest in SQL. */
function skipComment(text: string, start: number): number {
  let depth = 0;
  for (const {0: mark, index} of text.slice(start).matchAll(/\/\*|\*\//g)) {
    depth += mark === "/*" ? 1 : -1;
    if (depth === 0) return start + index + 2;
  }
  throw new InputError("expression with a comment that is not closed");
}
