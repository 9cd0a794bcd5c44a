/** What may stand around a number: signs and codes of currencies, units. */
const AROUND =
  /^(?:[\p{Sc}]|[A-Z]{3}\b)?\s*([+-]?[\d.,'’\s\u00a0\u202f]*\d(?:e[+-]?\d+)?)\s*(.*)$/u;

/**
 * The number that a text is, with marks between thousands and with a decimal comma where there can be no doubt:
 * `1,234.50`, `1.234,50`, `€ 12,30`. `unit` may stand behind it. Undefined where it is none.
 */
export function readNumber(text: string, unit = ""): number | undefined {
  const line = text.trim();
  if (line !== "" && Number.isFinite(Number(line))) return Number(line);
  const [, digits = "", rest = ""] = AROUND.exec(line) ?? [];
  const isUnit = rest === "" || rest === unit || /^(\p{Sc}|[A-Z]{3}|%)$/u.test(rest);
  const plain = isUnit ? toPlain(digits.replace(/['’\s\u00a0\u202f]/g, "")) : "";
  return plain !== "" && Number.isFinite(Number(plain)) ? Number(plain) : undefined;
}

function toPlain(digits: string): string {
  if (/^[+-]?\d{1,3}(,\d{3})+(\.\d+)?$/.test(digits)) return digits.replaceAll(",", "");
  if (/^[+-]?\d{1,3}(\.\d{3})+(,\d+)?$/.test(digits) && /,|\..*\./.test(digits))
    return digits.replaceAll(".", "").replace(",", ".");
  return digits.replace(/^([+-]?\d+),(\d+)$/, "$1.$2");
}
