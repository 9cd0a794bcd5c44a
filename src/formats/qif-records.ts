/** A record of a QIF file. */
export interface QifRecord {
  /** What the last `!Type:` said, in lower case: `bank`, `ccard`, `cash`, `invst`, `cat` …, and `account`. */
  readonly type: string;
  /** The last account that was named before; null where none was. */
  readonly account: string | null;
  readonly line: number;
  /** The lines by their first letter; a letter may come more than once. */
  readonly fields: ReadonlyMap<string, readonly string[]>;
  /** The parts of a booking that is split: category, memo and amount. */
  readonly splits: readonly QifSplit[];
}

export interface QifSplit {
  readonly category: string | null;
  readonly memo: string | null;
  readonly amount: string | null;
}

/** The records of a QIF file: lines by a letter, each record ended by `^`. */
export function parseQif(text: string): QifRecord[] {
  const records: QifRecord[] = [];
  let type = "bank";
  let account: string | null = null;
  let fields = new Map<string, string[]>();
  let splits: {category: string | null; memo: string | null; amount: string | null}[] = [];
  let start = 0;
  const end = (): void => {
    if (fields.size === 0) return;
    if (type === "account") account = fields.get("N")?.[0] ?? account;
    records.push({type, account, line: start, fields, splits});
    fields = new Map();
    splits = [];
  };
  text.split(/\r\n|\n|\r/).forEach((line, i) => {
    const letter = line[0];
    const value = line.slice(1).trim();
    if (letter === undefined || line.trim() === "") return;
    if (letter === "!") {
      end();
      if (/^type:/i.test(value)) type = value.slice("type:".length).trim().toLowerCase();
      else if (/^account/i.test(value)) type = "account";
    } else if (letter === "^") end();
    else {
      if (fields.size === 0) start = i + 1;
      if (letter === "S") splits.push({category: value || null, memo: null, amount: null});
      const split = splits.at(-1);
      if (letter === "E" && split) split.memo = value;
      if (letter === "$" && split) split.amount = value;
      fields.set(letter, [...(fields.get(letter) ?? []), value]);
    }
  });
  end();
  return records;
}
