import type {Random} from "../../lib/random.ts";
import type {EncodedSource} from "./encode.ts";
import type {Lexicon} from "./lexicon.ts";

/** Two texts, as token ids, that mean much the same or belong together. */
export interface Pair {
  readonly left: ArrayLike<number>;
  readonly right: ArrayLike<number>;
}

/** Where a pair may be found. */
export interface Place {
  readonly source: EncodedSource;
  readonly document: number;
}

/** A way to find pairs in text that nobody labelled. */
export interface Task {
  readonly name: string;
  /** How often a batch is of this task, relative to the others. */
  readonly weight: number;
  /** Null where the place that was drawn has no pair. */
  draw(random: Random): Pair | null;
  /** A pair of this document, for tasks whose batches may be of documents alike. */
  drawAt?(place: Place, random: Random): Pair | null;
}

/** Longer texts are cut: their first tokens say what they are about. */
export const MAX_TOKENS = 112;

/** How much of each source is seen, relative to its size; 1 for those not named. */
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
const UNTITLED = new Set(["sgd_dialogues", "clinc_train"]);

/** Its paragraphs stand together because people gave them the same label, and labels are not learned from. */
const LABELLED = "clinc_train";

/** How much of a source is seen, relative to its size. */
export function weighSource({name}: EncodedSource): number {
  return SOURCE_WEIGHTS[name] ?? 1;
}

/**
 * The ways to find pairs in running text. Titles and paragraphs come up more often than in the feasibility study: finding notes by
 * their headings and albums by their kind (text that nobody trained on) gains, sentences lose nothing.
 */
export function createTextTasks(
  sources: readonly EncodedSource[],
  substitutes: Lexicon["substitutes"]
): Task[] {
  const titled = sources.filter(({name, titleIds}) => titleIds.length > 0 && !UNTITLED.has(name));
  const pick = createPicker(sources);
  const pickTitled = createPicker(titled);
  const tasks: Task[] = [
    {
      name: "sentence",
      weight: 2.5,
      draw: (random) => drawSentences(drawParagraph(pick(random), random), random)
    },
    {
      name: "paragraph",
      weight: 5,
      draw(random) {
        const {source, paragraph} = drawParagraph(pick(random), random);
        return drawParagraphs({source, document: findSpan(source.documents, paragraph)}, random);
      },
      drawAt: drawParagraphs
    },
    {
      name: "self",
      weight: 2,
      draw: (random) => drawSelf(pick(random), random, substitutes)
    }
  ];
  if (titled.length > 0)
    tasks.push({
      name: "title",
      weight: 5,
      draw(random) {
        const source = pickTitled(random);
        return drawTitle(
          {source, document: random.integer(0, source.documents.length - 2)},
          random
        );
      },
      drawAt: (place, random) => (titled.includes(place.source) ? drawTitle(place, random) : null)
    });
  return tasks;
}

/** Draws a source in proportion to its tokens and its weight. */
function createPicker(sources: readonly EncodedSource[]): (random: Random) => EncodedSource {
  return (random) => random.weigh(sources, (source) => weighSource(source) * source.ids.length);
}

interface ParagraphPlace {
  readonly source: EncodedSource;
  readonly paragraph: number;
}

function drawParagraph(source: EncodedSource, random: Random): ParagraphPlace {
  return {source, paragraph: random.integer(0, source.paragraphs.length - 2)};
}

function drawTitle({source, document}: Place, random: Random): Pair {
  const {titleIds, titles, documents} = source;
  const title = titleIds.subarray(titles[document], titles[document + 1]);
  const [first, end] = [documents[document]!, documents[document + 1]!];
  const paragraph = first + Math.floor((end - first) * random.next() ** 2);
  const text = paragraphAt(source, paragraph);
  // without the title's own words in the text, the pair teaches more than to match words
  if (random.chance(0.5)) return {left: title, right: text};
  const words = new Set(title);
  return {left: title, right: text.filter((id) => !words.has(id) || random.chance(0.1))};
}

function drawSentences({source, paragraph}: ParagraphPlace, random: Random): Pair | null {
  const [first, end] = [source.paragraphs[paragraph]!, source.paragraphs[paragraph + 1]!];
  if (end - first < 2) return null;
  const sentence = random.integer(first, end - 2);
  return {left: sentenceAt(source, sentence), right: sentenceAt(source, sentence + 1)};
}

function drawParagraphs({source, document}: Place, random: Random): Pair | null {
  if (source.name === LABELLED) return null;
  const [first, end] = [source.documents[document]!, source.documents[document + 1]!];
  if (end - first < 2) return null;
  const one = random.integer(first, end - 2);
  const other = random.chance(0.7) ? one + 1 : random.integer(first, end - 1);
  if (one === other) return null;
  return {left: paragraphAt(source, one), right: paragraphAt(source, other)};
}

function drawSelf(
  source: EncodedSource,
  random: Random,
  substitutes: Lexicon["substitutes"]
): Pair {
  const sentence = sentenceAt(source, random.integer(0, source.sentences.length - 2));
  const blur = (): number[] =>
    [...sentence]
      .filter(() => random.chance(0.7))
      .map((id) => {
        const others = random.chance(0.2) ? substitutes.get(id) : undefined;
        return others ? random.pick(others) : id;
      });
  return {left: blur(), right: blur()};
}

function sentenceAt({ids, sentences}: EncodedSource, sentence: number): Uint16Array {
  return ids.subarray(sentences[sentence], sentences[sentence + 1]).subarray(0, MAX_TOKENS);
}

function paragraphAt({ids, sentences, paragraphs}: EncodedSource, paragraph: number): Uint16Array {
  const [first, end] = [paragraphs[paragraph]!, paragraphs[paragraph + 1]!];
  return ids.subarray(sentences[first], sentences[end]).subarray(0, MAX_TOKENS);
}

/** The span that holds `index`: the last whose start is not beyond it. */
function findSpan(starts: Uint32Array, index: number): number {
  let [low, high] = [0, starts.length - 1];
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (starts[middle]! <= index) low = middle;
    else high = middle;
  }
  return low;
}
