import type {Fact} from "./fact.ts";

/** What stands around a name and is not of it. */
const EDGES = /^[^\p{L}\p{N}]+|(?:['’]s)?[^\p{L}\p{N}]*$/gu;
const MIN_LENGTH = 3;
/** A line without a capital inside of it names nobody. */
const MAY_NAME = /[\p{L}\d,;"'“(]\s+["“'(]?\p{Lu}\p{Ll}/u;
const CALENDAR =
  /^(january|february|march|april|may|june|july|august|september|october|november|december|(mon|tues|wednes|thurs|fri|satur|sun)day)$/i;
/** What a place begins or ends with, though the rest could be a person's name. */
const PLACE =
  /^(Port|Fort|Lake|Mount|Mt\.?|Cape|San|Santa|Saint|St\.?|New|North|South|East|West)\s|\s(Lake|River|Bay|Beach|Island|Park|Street|Road|Wood|Hill|Creek|Valley|Coast|Lane|Meadows|Avenue|Square|Falls)$/;
const ORGANISATION =
  /\s(Bank|School|University|College|Clinic|Pharmacy|Club|Choir|Ltd|Inc|GmbH)\.?$/;

interface Found {
  readonly text: string;
  readonly offset: {readonly start: number; readonly length: number};
}

/**
 * People, places and organisations that an English text names (by compromise). Precision before recall: a name begins with a
 * capital letter within a sentence, since at its beginning every word does.
 */
export async function createNameFinder(): Promise<(text: string) => Fact[]> {
  const {default: nlp} = await import("compromise");
  return (text) => {
    if (!MAY_NAME.test(text)) return [];
    const parsed = nlp(text);
    const facts: Fact[] = [];
    const add = (kind: Fact["kind"], found: readonly Found[]): void => {
      for (const {text: words, offset} of found) {
        const value = words.replace(EDGES, "").replace(/\s+/g, " ");
        const start = text.indexOf(value, offset.start);
        if (start < 0 || !isName(text, value, start)) continue;
        if (facts.some((other) => other.start < start + value.length && start < other.end))
          continue;
        const known = toKind(kind, value);
        // letters alone may be short for anything
        if (known === "organisation" && !value.includes(" ")) continue;
        facts.push({kind: known, value, start, end: start + value.length});
      }
    };
    const read = (view: {json(options: {offset: true}): unknown}): Found[] =>
      view.json({offset: true}) as Found[];
    add("person", read(parsed.people()));
    add("place", read(parsed.places()));
    add("organisation", read(parsed.organizations()));
    return facts.sort((a, b) => a.start - b.start);
  };
}

/** What the name itself says, else what was found. */
function toKind(kind: Fact["kind"], value: string): Fact["kind"] {
  if (ORGANISATION.test(value)) return "organisation";
  return PLACE.test(value) ? "place" : kind;
}

function isName(text: string, value: string, start: number): boolean {
  if (
    value.length < MIN_LENGTH ||
    !/^\p{Lu}/u.test(value) ||
    CALENDAR.test(value) ||
    /[\d\n\]|_#]/.test(value)
  )
    return false;
  const words = value.split(" ");
  if (words.some((word) => !/^(\p{Lu}|of$|the$|de$|van$|von$|and$)/u.test(word))) return false;
  // one word at the beginning of a sentence or a line may be any word
  return (
    words.length > 1 || !/(^|[.!?:;\n–—-]|\n\s*[-*]( \[.\])?)\s*["“'(]?$/.test(text.slice(0, start))
  );
}
