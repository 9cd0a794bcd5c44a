import type {Random} from "../../lib/random.ts";
import type {EncodedSource} from "./encode.ts";
import {findSpan, paragraphAt, sentenceAt, titleAt} from "./encoded-spans.ts";
import type {Lexicon} from "./lexicon.ts";
import type {Pair, Place, Task} from "./pairs.ts";
import {LABELLED, UNTITLED, weighSource} from "./source-weights.ts";

/** How often a pair of a title keeps the title's own words in the text; without them it teaches more than to match words. */
const WHOLE_TEXTS = 0.5;
/** How many of them stay in the other texts. */
const KEPT_TITLE_WORDS = 0.1;
/** A text's first paragraphs are about its title more than the last: a uniform number is taken to this power. */
const TOWARDS_FIRST = 2;
/** How often a paragraph's partner is the next one, and not any of its document. */
const NEXT_PARAGRAPHS = 0.7;
/** What a sentence keeps of its tokens in each of its two blurred copies, and how many of these are swapped for others. */
const KEPT_TOKENS = 0.7;
const SWAPPED_TOKENS = 0.2;

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
  const title = titleAt(source, document);
  const [first, end] = [source.documents[document]!, source.documents[document + 1]!];
  const paragraph = first + Math.floor((end - first) * random.next() ** TOWARDS_FIRST);
  const text = paragraphAt(source, paragraph);
  if (random.chance(WHOLE_TEXTS)) return {left: title, right: text};
  const words = new Set(title);
  return {
    left: title,
    right: text.filter((id) => !words.has(id) || random.chance(KEPT_TITLE_WORDS))
  };
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
  const other = random.chance(NEXT_PARAGRAPHS) ? one + 1 : random.integer(first, end - 1);
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
      .filter(() => random.chance(KEPT_TOKENS))
      .map((id) => {
        const others = random.chance(SWAPPED_TOKENS) ? substitutes.get(id) : undefined;
        return others ? random.pick(others) : id;
      });
  return {left: blur(), right: blur()};
}
