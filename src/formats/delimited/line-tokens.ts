/** A field of a line that is read by itself. */
export interface Token {
  readonly text: string;
  readonly isQuoted: boolean;
  /** Whether it begins with a quote that is a part of it. */
  readonly isLiteral?: boolean;
  /** Whether there is a quote in it that is no end of it. */
  readonly hasQuote?: boolean;
}

/** How a single line is taken apart. */
export interface LineDialect {
  readonly delimiter: string;
  readonly quote: string;
  readonly escape: string;
  /** The place of a quote that begins no field, though it stands where one begins. */
  readonly literalAt?: number;
}

/**
 * The fields of a line that a parser cannot read as it is meant: a quote ends a field only before a delimiter or the
 * end, and blanks may stand before and after quotes. Undefined where a quote has no end.
 */
export function splitLine(line: string, dialect: LineDialect): Token[] | undefined {
  const {delimiter, quote, literalAt = -1} = dialect;
  const tokens: Token[] = [];
  let at = 0;
  for (;;) {
    const open = quote === "" ? -1 : findOpening(line, at, dialect);
    if (open >= 0 && open !== literalAt) {
      const close = findClosing(line, open + 1, dialect);
      if (!close) return undefined;
      tokens.push({text: unescape(line.slice(open + 1, close.end), dialect), isQuoted: true});
      if (close.next > line.length) return tokens;
      at = close.next;
    } else {
      const end = line.indexOf(delimiter, at);
      const text = end < 0 ? line.slice(at) : line.slice(at, end);
      tokens.push({
        text,
        isQuoted: false,
        isLiteral: open >= 0,
        hasQuote: quote !== "" && text.includes(quote)
      });
      if (end < 0) return tokens;
      at = end + delimiter.length;
    }
  }
}

/** The places of the quotes that may begin a field, in a line. */
export function findOpenings(line: string, dialect: LineDialect): number[] {
  const {delimiter, quote} = dialect;
  if (quote === "") return [];
  const places: number[] = [];
  for (let i = line.indexOf(quote); i >= 0; i = line.indexOf(quote, i + 1)) {
    const before = line
      .slice(0, i)
      .replace(/[ \t]+$/, (blanks) => (delimiter.includes(blanks[0]!) ? blanks : ""));
    if (before === "" || before.endsWith(delimiter)) places.push(i);
  }
  return places;
}

function findOpening(line: string, at: number, {delimiter, quote}: LineDialect): number {
  let i = at;
  while ((line[i] === " " || line[i] === "\t") && !line.startsWith(delimiter, i)) ++i;
  return line[i] === quote ? i : -1;
}

function findClosing(
  line: string,
  from: number,
  {delimiter, quote, escape}: LineDialect
): {end: number; next: number} | undefined {
  for (let i = line.indexOf(quote, from); i >= 0; i = line.indexOf(quote, i + 1)) {
    if (escape !== quote && escape !== "" && line[i - 1] === escape && i - 1 >= from) continue;
    let after = i + 1;
    while ((line[after] === " " || line[after] === "\t") && !line.startsWith(delimiter, after))
      ++after;
    if (after >= line.length) return {end: i, next: line.length + 1};
    if (line.startsWith(delimiter, after)) return {end: i, next: after + delimiter.length};
    if (escape === quote && line[i + 1] === quote) ++i;
  }
  return undefined;
}

function unescape(text: string, {quote, escape}: LineDialect): string {
  return escape === "" ? text : text.replaceAll(escape + quote, quote);
}
