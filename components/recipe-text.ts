/** A place in a text, as people count: from 1. */
export interface TextProblem {
  /** In UTF-16 units, where the place is known. */
  readonly offset: number | undefined;
  readonly what: string;
}

/** A JSON document that somebody writes, or what is wrong with it and where. */
export function parseJson(
  text: string
): {readonly value: unknown} | {readonly problem: TextProblem} {
  try {
    return {value: JSON.parse(text) as unknown};
  } catch (error) {
    return {problem: toProblem(text, (error as SyntaxError).message)};
  }
}

/** Browsers tell the place in their message, each in its own way; Chromium's and Firefox's are known. */
function toProblem(text: string, message: string): TextProblem {
  const position = /position (\d+)/.exec(message)?.[1];
  const place = /line (\d+) column (\d+)/.exec(message);
  const offset =
    position !== undefined
      ? Number(position)
      : place
        ? toOffset(text, Number(place[1]), Number(place[2]))
        : /end of (JSON|data)/.test(message)
          ? text.length
          : undefined;
  const what = message
    .replace(/^JSON\.parse: /, "")
    .replace(/ in JSON at position.*| at line.*| \(line.*/s, "");
  if (offset === undefined) return {offset, what: `not JSON: ${what}`};
  const {line, column} = toLine(text, offset);
  return {offset, what: `not JSON: ${what} (line ${line}, column ${column})`};
}

function toOffset(text: string, line: number, column: number): number {
  const before = text.split("\n").slice(0, line - 1);
  return before.reduce((sum, {length}) => sum + length + 1, 0) + column - 1;
}

function toLine(text: string, offset: number): {line: number; column: number} {
  const lines = text.slice(0, offset).split("\n");
  return {line: lines.length, column: lines.at(-1)!.length + 1};
}
