/** Other names that DuckDB takes for its types. */
const ALIASES: Readonly<Record<string, string>> = {
  TEXT: "VARCHAR",
  STRING: "VARCHAR",
  CHAR: "VARCHAR",
  BOOL: "BOOLEAN",
  INT: "INTEGER",
  INT1: "TINYINT",
  INT2: "SMALLINT",
  INT4: "INTEGER",
  INT8: "BIGINT",
  LONG: "BIGINT",
  FLOAT4: "FLOAT",
  FLOAT8: "DOUBLE",
  REAL: "FLOAT",
  NUMERIC: "DECIMAL",
  DATETIME: "TIMESTAMP",
  TIMESTAMPTZ: "TIMESTAMP WITH TIME ZONE"
};
const SCALAR =
  /^(BOOLEAN|U?(TINYINT|SMALLINT|INTEGER|BIGINT|HUGEINT)|FLOAT|DOUBLE|DECIMAL(\(\d{1,2}(, ?\d{1,2})?\))?|VARCHAR|DATE|TIME|TIMESTAMP|TIMESTAMP_(S|MS|NS)|TIMESTAMP WITH TIME ZONE|INTERVAL|UUID|BLOB)$/;
const FIELD = /^\s*("(?:[^"]|"")+"|[A-Za-z_]\w*)\s+(.+)$/s;

/**
 * A type as DuckDB writes it, of its plain types, lists and structs of them; null where the text is no such type.
 * What comes out can stand in SQL: a recipe may come from anybody.
 */
export function toTypeName(text: string): string | null {
  const type = text.trim();
  const list = /^(.*)(\[\d{0,9}\])$/s.exec(type);
  if (list) {
    const item = toTypeName(list[1]!);
    return item && `${item}${list[2]!}`;
  }
  const struct = /^STRUCT\s*\((.*)\)$/is.exec(type);
  if (struct) return toStructName(struct[1]!);
  const name = type.toUpperCase().replace(/\s+/g, " ");
  const known = ALIASES[name] ?? name.replace(/^NUMERIC(?=\()/, "DECIMAL");
  return SCALAR.test(known) ? known : null;
}

/** Whether values of the type are whole numbers. */
export function isWholeType(type: string): boolean {
  return /^U?(TINY|SMALL|BIG|HUGE)?INT(EGER)?$/.test(type);
}

function toStructName(body: string): string | null {
  const fields = splitFields(body).map((field) => {
    const [, name, type] = FIELD.exec(field) ?? [];
    const known = type === undefined ? null : toTypeName(type);
    return name === undefined || known === null ? null : `${name} ${known}`;
  });
  return fields.every((field) => field !== null) ? `STRUCT(${fields.join(", ")})` : null;
}

/** The parts between commas that stand in no parentheses and no quotes. */
function splitFields(body: string): string[] {
  const fields = [""];
  let depth = 0;
  for (const token of body.match(/"(?:[^"]|"")*"|[^"]/gs) ?? []) {
    if (token === "(") ++depth;
    if (token === ")") --depth;
    if (token === "," && depth === 0) fields.push("");
    else fields[fields.length - 1] += token;
  }
  return fields;
}
