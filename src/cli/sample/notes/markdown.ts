import type {Random} from "../../../lib/random.ts";
import {toSentenceCase, type Speaker} from "../grammar.ts";
import type {Part, Topic} from "./topic.ts";

/** A note before it is written: the voice remembers what the title spoke of. */
export interface Note {
  topic: Topic;
  title: string;
  date: string;
  voice: Speaker;
  /** Deals so many sentences of the topic: none comes again before all were used. */
  deal: (count: number) => readonly string[];
}

const HAS_FRONT_MATTER = 0.75;
const HAS_LINKS = 0.7;
const STAYS_IN_FOLDER = 0.7;
const IS_DONE = 0.4;
const TAGS_AT_MOST = 3;

/** Ways to point at other notes. */
const POINTERS = ["See also {links}.", "Related: {links}", "More in {links}.", "Compare {links}."];

/** The note as Markdown, with YAML front matter where it has one, and links to others of the vault. */
export function toMarkdown(random: Random, note: Note, others: readonly Note[]): string {
  const parts = random.pick(note.topic.layouts).map((part) => toPart(random, part, note));
  const blocks = [...parts, ...(random.chance(HAS_LINKS) ? [point(random, note, others)] : [])];
  const head = random.chance(HAS_FRONT_MATTER)
    ? toFrontMatter(random, note)
    : `# ${note.title}\n\n`;
  return `${head}${blocks.join("\n\n")}\n`;
}

function toFrontMatter(random: Random, {topic, title, date, voice}: Note): string {
  const tags = random.shuffle(topic.tags.slice(1)).slice(0, random.integer(0, TAGS_AT_MOST - 1));
  const fields = Object.entries(topic.fields ?? {}).map(
    ([name, value]) => `${name}: ${voice.say(value)}`
  );
  const lines = [
    `title: ${/^[\w ,.'()-]+$/.test(title) && !/^\d/.test(title) ? title : JSON.stringify(title)}`,
    `date: ${date}`,
    `tags: [${[topic.tags[0]!, ...tags].join(", ")}]`,
    ...fields
  ];
  return `---\n${lines.join("\n")}\n---\n\n`;
}

function toPart(random: Random, part: Part, {topic, voice, deal}: Note): string {
  const {heading, sentences = 0, lead, bullets = 0, steps = 0, tasks = 0} = part;
  const draw = (list: readonly string[] = [], count: number) =>
    random
      .shuffle(list)
      .slice(0, count)
      .map((template) => voice.say(template));
  const lines = [
    ...(sentences > 0
      ? [
          deal(sentences)
            .map((text) => toSentenceCase(voice.say(text)))
            .join(" ")
        ]
      : []),
    ...(lead ? [`- ${voice.say(lead)}`] : []),
    ...draw(topic.items, bullets).map((text) => `- ${text}`),
    ...draw(topic.steps, steps).map((text, i) => `${i + 1}. ${toSentenceCase(text)}`),
    ...draw(topic.tasks, tasks).map((text) => `- [${random.chance(IS_DONE) ? "x" : " "}] ${text}`)
  ];
  return (heading ? `## ${heading}\n\n` : "") + lines.join("\n");
}

function point(random: Random, note: Note, others: readonly Note[]): string {
  const near = others.filter((other) => other !== note && other.topic === note.topic);
  const links = Array.from({length: random.integer(1, 3)}, () => {
    const target = random.pick(random.chance(STAYS_IN_FOLDER) ? near : others);
    return `[[${target.title}]]`;
  });
  return random.pick(POINTERS).replace("{links}", [...new Set(links)].join(", "));
}
