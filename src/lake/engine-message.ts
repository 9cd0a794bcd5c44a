const CSV_REASON =
  /Expected Number of|Value with|Invalid unicode|Error when converting|Maximum line size|state machine|does not support/;

/** What DuckDB threw in one line, without its class and its advice. */
export function toEngineMessage(error: unknown): string {
  const text = (error instanceof Error ? error.message : String(error)).replace(
    /^(?:[A-Z][\w ]* Error: )+/,
    ""
  );
  const [first = "", ...lines] = text.split("\n");
  const line = /^CSV Error on Line: (\d+)/.exec(first)?.[1];
  const reason = line === undefined ? undefined : lines.find((text) => CSV_REASON.test(text));
  return reason === undefined ? first : `line ${line}: ${reason.trim()}`;
}
