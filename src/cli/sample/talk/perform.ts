import type {Random} from "../../../lib/random.ts";
import type {Contact} from "../cast.ts";
import {Speaker, type Words} from "../grammar.ts";
import type {Turn} from "./script.ts";
import {setTone} from "./tone.ts";

export interface Message {
  contact: Contact;
  isMine: boolean;
  /** Milliseconds since 1970. */
  time: number;
  body: string;
}

export interface Performance {
  contact: Contact;
  turns: readonly Turn[];
  words: Words;
  /** Milliseconds since 1970. */
  start: number;
  /** How long answers take, against the usual. */
  pace?: number;
}

const OPTIONAL_IS_SAID = 0.6;
const TAKES_LONG = 0.12;
const MINUTE_MS = 60_000;

/** A conversation played once: the same slots all the way through, some turns left out, pauses between. */
export function perform(random: Random, performance: Performance): Message[] {
  const {contact, turns, words, start, pace = 1} = performance;
  const speaker = new Speaker(random, words);
  let time = start;
  return turns
    .filter(({isOptional}) => !isOptional || random.chance(OPTIONAL_IS_SAID))
    .map(({isMine, template}, i) => {
      if (i > 0) time += pace * pause(random);
      const text = speaker.say(template);
      const body = isMine ? text : setTone(random, contact, text);
      return {contact, isMine, time: Math.round(time), body};
    });
}

/** Most answers come within minutes, some after an hour. */
function pause(random: Random): number {
  const isLong = random.chance(TAKES_LONG);
  return MINUTE_MS * (isLong ? random.between(20, 90) : 0.3 + 12 * random.next() ** 3);
}
