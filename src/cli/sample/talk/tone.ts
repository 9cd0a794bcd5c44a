import type {Random} from "../../../lib/random.ts";
import type {Contact} from "../cast.ts";

const SIGN_IS_ADDED = 0.14;
const PICTOGRAM = /\p{Extended_Pictographic}/u;
/** A capital at the beginning that looks like that of a sentence and not like that of a name. */
const SENTENCE_CAPITAL = /^(?!I )[A-Z](?=[a-z']* [a-z]|[a-z']*[,!?]|[a-z]*$)/;
const FULL_STOP = /[?!.…)]$/;

/** A text as this contact writes it: casual or proper, now and then with a sign of theirs at the end. */
export function setTone(random: Random, {style, emoji}: Contact, text: string): string {
  const hasSign = PICTOGRAM.test(text);
  const written = style === "casual" ? toCasual(text) : toProper(text);
  const addsSign = emoji && !hasSign && random.chance(SIGN_IS_ADDED);
  return addsSign ? `${written} ${random.pick(emoji)}` : written;
}

function toCasual(text: string): string {
  return text.replace(SENTENCE_CAPITAL, (letter) => letter.toLowerCase());
}

function toProper(text: string): string {
  return FULL_STOP.test(text) || PICTOGRAM.test(text) ? text : `${text}.`;
}
