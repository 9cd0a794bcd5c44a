import type {MatchKind} from "../match-table.ts";
import type {ColumnFacts} from "./column-facts.ts";

const MOST = 0.8;
const MIN_FILLED = 0.01;
const FEW_VALUES = 30;
/** Values of a column of categories come again this often, at least. */
const REPEATED = 20;
const NAME_WORDS = 2.2;
const TEXT_LENGTH = 32;
const TELLING_LETTERS = 6;

const KEY_NAME =
  /^(?:id|key|uuid|guid|pk|index|row|record|nr|no)$|[_\s-](?:id|key|uuid|guid|pk)$|[a-z](?:Id|ID|Key)$/;
const NAMES: readonly (readonly [pattern: RegExp, kind: MatchKind])[] = [
  [/birth|\bdob\b|date|\byear\b|_year$|released?$|\bday\b/i, "date"],
  [
    /price|amount|cost|weight|height|length|width|rating|score|salary|count|quantity|\bqty\b|\bage\b/i,
    "number"
  ],
  [
    /phone|\btel\b|mobile|fax|zip|post_?code|postal|plz|isbn|issn|ean|upc|sku|\bdoi\b|serial|ssn|soc_?sec|iban|mail|modelno|model_?n(?:o|um)|number$|_no$|_id$/i,
    "code"
  ],
  [
    /address|street|suburb|city|town|village|county|region|district|locality|place|location|\baddr/i,
    "place"
  ],
  [/first_?name|given|sur_?name|last_?name|family|maiden|middle/i, "name"],
  [/title|descr|comment|note|summary|abstract|text|body|authors?$|tracks|features/i, "text"],
  [
    /categor|genre|\btype\b|kind|status|gender|\bsex\b|state$|country|\bclass\b|language/i,
    "category"
  ]
];

/** What a column is, by its name and its values; undefined where nothing is to be compared: keys, counters, objects, what is always the same. */
export function guessKind(facts: ColumnFacts, records: number): MatchKind | undefined {
  const {name, filled, distinct, objects, isUnique, isCounter} = facts;
  if (filled < Math.max(2, MIN_FILLED * records) || distinct < 2) return undefined;
  if (objects >= MOST) return undefined;
  if (isUnique && (isCounter || KEY_NAME.test(name))) return undefined;
  const hint = findHint(name);
  if (hint !== undefined && fits(hint, facts)) return hint;
  return guessByValues(facts);
}

/** Whether the values name a thing, or are those of a code that does; plain numbers do so only where their column says it. */
export function isNaming({
  name,
  numbers,
  kind
}: Pick<ColumnFacts, "name" | "numbers"> & {readonly kind: MatchKind}): boolean {
  if (kind === "code") return numbers < MOST || findHint(name) === "code";
  return kind === "name" || kind === "text" || kind === "place";
}

function findHint(name: string): MatchKind | undefined {
  return NAMES.find(([pattern]) => pattern.test(name))?.[1];
}

/** Whether values may be what the name says. */
function fits(kind: MatchKind, facts: ColumnFacts): boolean {
  const {dates, numbers, words, length, distinct, filled, withDigits} = facts;
  switch (kind) {
    case "date":
      return dates >= MOST;
    case "number":
      return numbers >= MOST;
    case "code":
      return words <= NAME_WORDS && (withDigits >= MOST || length >= TELLING_LETTERS);
    case "place":
      return numbers < MOST;
    case "name":
      return numbers < MOST && words <= NAME_WORDS;
    case "text":
      return numbers < MOST && words > 1.3;
    case "category":
      return distinct <= Math.max(FEW_VALUES, filled / REPEATED);
  }
}

function guessByValues(facts: ColumnFacts): MatchKind {
  const {dates, numbers, decimals, withDigits, words, length, evenLength, distinct, filled} = facts;
  if (dates >= MOST) return "date";
  if (numbers >= MOST) return decimals > 0.3 ? "number" : "code";
  if (distinct <= Math.min(FEW_VALUES, filled / REPEATED) && words <= NAME_WORDS) return "category";
  if (withDigits >= MOST && words <= 1.3 && (evenLength > 0.3 || length <= 24)) return "code";
  return words <= NAME_WORDS && length < TEXT_LENGTH ? "name" : "text";
}
