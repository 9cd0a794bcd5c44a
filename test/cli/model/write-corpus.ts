import {mkdtemp, writeFile} from "node:fs/promises";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {Random} from "../../../src/lib/random.ts";

const TOPICS = [
  ["garden", "rose soil water spade seed bloom leaf root"],
  ["kitchen", "pan oven knife soup bread butter salt stir"],
  ["harbour", "ship anchor sail dock tide crew mast rope"]
] as const;

/** A folder with 600 short documents of three topics, and a lexicon of one sense. */
export async function writeCorpus(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "corpus-"));
  const random = new Random("corpus");
  const documents = Array.from({length: 600}, () => {
    const [title, words] = random.pick(TOPICS);
    const sentence = (): string =>
      `The ${Array.from({length: 6}, () => random.pick(words.split(" "))).join(" ")}.`;
    return `= ${title}\n${sentence()} ${sentence()}\n${sentence()}\n`;
  });
  await writeFile(join(folder, "prose.txt"), documents.join("\n"));
  await writeFile(
    join(folder, "wordnet.txt"),
    "= vessel, ship\nvessel, ship is a boat with a mast\nthe ship has sails\n"
  );
  return folder;
}
