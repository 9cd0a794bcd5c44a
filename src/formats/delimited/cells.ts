/** What the text of a cell is, as far as it can be told from itself. */
export type CellKind =
  "empty" | "number" | "money" | "percent" | "date" | "time" | "boolean" | "link" | "word" | "text";

const PLAIN = String.raw`(?:\d{1,3}(?:[,.'’ \u00a0\u202f]\d{3})+(?:[.,]\d+)?|\d+(?:[.,]\d*)?|[.,]\d+)`;
const NUMBER = new RegExp(
  String.raw`^(?:[+−-]?\s?${PLAIN}(?:[eE][+-]?\d{1,3})?|\(${PLAIN}\)|${PLAIN}-)$`
);
const SIGN = String.raw`(?:[A-Z]{0,3}[$€£¥₹₽₩₪฿₺]|EUR|USD|GBP|CHF|Fr\.|kr\.?|zł|Kč|R\$)`;
const MONEY = new RegExp(
  String.raw`^[+−-]?\(?\s?(?:${SIGN}\s?[+−-]?${PLAIN}|${PLAIN}\s?${SIGN})\)?$`
);
const PERCENT = new RegExp(String.raw`^[<>~]?[+−-]?${PLAIN}\s?[%‰]$`);
const CLOCK = String.raw`\d{1,2}:\d{2}(?::\d{2}(?:[.,]\d+)?)?(?:\s?[AaPp]\.?[Mm]\.?)?`;
const TIME = new RegExp(`^${CLOCK}$`);
const ZONE = String.raw`(?:\s?(?:Z|UTC|GMT|[+-]\d{2}:?\d{2}|[+-]\d{2}))?`;
const MONTH = String.raw`[\p{L}]{3,10}\.?`;
const DATE = new RegExp(
  String.raw`^(?:\d{4}([-/.])\d{1,2}\1\d{1,2}|\d{1,2}([-/.])\d{1,2}\2(?:\d{4}|\d{2})|\d{1,2}(?:st|nd|rd|th|\.)?[ -]${MONTH}[ -,]{1,2}\d{2,4}|${MONTH} \d{1,2}(?:st|nd|rd|th)?,? \d{4})(?:(?:T|,? )${CLOCK}${ZONE})?$`,
  "u"
);
const LINK =
  /^(?:(?:https?|ftp):\/\/|www\.)\S+$|^[\w.+-]+@[\w-]+(?:\.[\w-]+)+$|^\d{1,3}(?:\.\d{1,3}){3}$/;
const BOOLEAN = /^(?:true|false|yes|no)$/i;
const WORD = /^[\p{L}\p{N}_][\p{L}\p{M}\p{N} _.,'’&()/+:#-]*$/u;
const MAX_WORD_LENGTH = 60;
const MAX_VALUE_LENGTH = 48;
const MAX_LINK_LENGTH = 2000;
const MAX_OUTLINED_LENGTH = 80;

/** The kind of a cell's text, blanks around it left out. */
export function toCellKind(cell: string): CellKind {
  const text = cell.trim();
  if (text === "") return "empty";
  const first = text.charCodeAt(0);
  if (text.length <= MAX_VALUE_LENGTH) {
    if (mayBeNumber(first) && NUMBER.test(text)) return "number";
    if (DIGIT.test(text)) {
      if (TIME.test(text)) return "time";
      if (DATE.test(text)) return "date";
      if (text.endsWith("%") || text.endsWith("‰")) if (PERCENT.test(text)) return "percent";
      if (MONEY.test(text)) return "money";
    } else if (text.length <= 5 && BOOLEAN.test(text)) return "boolean";
  }
  if (text.length <= MAX_LINK_LENGTH && LINK.test(text)) return "link";
  return text.length <= MAX_WORD_LENGTH && WORD.test(text) ? "word" : "text";
}

const DIGIT = /\d/;

/** True of what begins a number: a digit, a sign, a mark, a parenthesis. */
function mayBeNumber(code: number): boolean {
  return (code >= 0x28 && code <= 0x39 && code !== 0x2a && code !== 0x2f) || code === 0x2212;
}

/** True of kinds that a header or a remark seldom has, so that they tell rows of data. */
export function isTyped(kind: CellKind): boolean {
  return kind !== "empty" && kind !== "word" && kind !== "text";
}

/** The outline of a text: letters as `A` and `a`, digits as `9`, a run of the same as one and its length. */
export function toOutline(text: string): string {
  return text
    .slice(0, MAX_OUTLINED_LENGTH)
    .replace(/\p{L}|\d/gu, (char) =>
      char >= "0" && char <= "9" ? "9" : char === char.toLowerCase() ? "a" : "A"
    )
    .replace(/(.)\1+/g, (run: string, char: string) => `${char}${run.length}`);
}
