import {expect, test} from "vitest";
import {groupBy} from "../../../src/lib/group-by.ts";
import {LANGUAGES} from "../../../src/lib/stop-words.ts";
import {Random} from "../../../src/lib/random.ts";
import {Stems} from "../../../src/search/text/stems.ts";
import {WordDictionary} from "../../../src/search/word-dictionary.ts";

/** Endings that one stemmer or another takes off or changes. */
const ENDINGS =
  "a ance ando ar are arsi ation aux baar e ed eed en encia ences ende enza enze er es euse euses ful heden heit heter i iamo ie ies iere ing inen ings iques issa issait issement ita iviti ksi lich lig lijk lisuus logi logia loos ly ment mente nden ner ness ning o or ousli s sa ssa sta suus t taan te ution y yer".split(
    " "
  );

/** Made of consonants and vowels, some of them twice. */
function makeRoot(random: Random): string {
  const letter = (letters: string): string => {
    const one = random.pick([...letters]);
    return random.chance(0.2) ? one + one : one;
  };
  return Array.from(
    {length: random.integer(1, 3)},
    () => letter("bcdfgklmnprstv") + letter("aeiouy") + (random.chance(0.5) ? letter("lnrst") : "")
  ).join("");
}

test.for(LANGUAGES)("Stems of %s finds the words that a look at all of them finds", (language) => {
  const random = new Random(language);
  const words = new WordDictionary();
  for (let i = 0; i < 60; ++i) {
    const root = makeRoot(random);
    words.add(root);
    for (let j = 0; j < 20; ++j) words.add(root + random.pick(ENDINGS));
  }
  const stems = new Stems(words, language);
  const all = words.sorted().filter((word) => /^[a-z]{3,}$/.test(word));
  const families = groupBy(all, (word) => stems.stem(word));
  for (const [stem, family] of families) {
    const expected = family.filter((word) =>
      word.startsWith(stem.slice(0, Math.max(2, stem.length - 1)))
    );
    const found = stems.find(family[0]!).map((number) => words.word(number));
    expect(found.toSorted(), stem).toEqual(expected);
  }
  expect(families.size).toBeLessThan(all.length);
});
