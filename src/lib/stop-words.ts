import {dan, deu, eng, fin, fra, ita, nld, nob, por, spa, swe} from "stopword";
import {foldText} from "./text.ts";

/** Languages whose common words are known, by ISO 639-1. */
export type Language = "en" | "de" | "fr" | "es" | "it" | "nl" | "sv" | "pt" | "da" | "no" | "fi";

/** What questions and contractions leave behind when their marks are taken off. */
const MORE_ENGLISH =
  "s t d ll re ve m don didn doesn isn aren wasn won whom whose why when where there here than then these those any does done having may might shall should would could must not nor no none own per via upon within without".split(
    " "
  );

const LISTS: Readonly<Record<Language, readonly string[]>> = {
  en: [...eng, ...MORE_ENGLISH],
  de: deu,
  fr: fra,
  es: spa,
  it: ita,
  nl: nld,
  sv: swe,
  pt: por,
  da: dan,
  no: nob,
  // the package's Finnish list comes from texts with English in them
  fi: fin.filter((word) => !eng.includes(word))
};

export const LANGUAGES = Object.keys(LISTS) as readonly Language[];

const SETS = new Map<Language, ReadonlySet<string>>();

/** The words of a language that say little by themselves, folded (`foldText`). */
export function toStopWords(language: Language): ReadonlySet<string> {
  let words = SETS.get(language);
  if (!words) {
    words = new Set(LISTS[language].map((word) => foldText(word)));
    SETS.set(language, words);
  }
  return words;
}
