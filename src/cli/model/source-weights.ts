import type {EncodedSource} from "./encode.ts";

/**
 * How much of each source is seen, relative to its size; 1 for those not named. What repeats itself (dialogues of a few services,
 * help pages, country profiles) is seen less, good plain English more: from the feasibility study, and the last four by STS-B dev.
 */
const SOURCE_WEIGHTS: Readonly<Record<string, number>> = {
  wiki_a: 1,
  wiki_b: 0.4,
  wiki_hudsonmiears: 1.5,
  msdocs_powershell: 0.35,
  acl_abstracts: 0.8,
  factbook: 0.5,
  sgd_dialogues: 0.5,
  // plain sentences of every day, of which there are few
  tatoeba_en: 8,
  commonvoice_en: 8,
  clinc_train: 4,
  recipes: 3
};

/** Their titles name a service or a group of sentences, not what the text is about. */
export const UNTITLED = new Set(["sgd_dialogues", "clinc_train"]);

/** Its paragraphs stand together because people gave them the same label, and labels are not learned from. */
export const LABELLED = "clinc_train";

/** How much of a source is seen, relative to its size. */
export function weighSource({name}: Pick<EncodedSource, "name">): number {
  return SOURCE_WEIGHTS[name] ?? 1;
}
