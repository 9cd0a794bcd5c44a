import type {Random} from "../../lib/random.ts";
import {toTextFile, type SampleFile} from "./file.ts";
import {toSentenceCase} from "./grammar.ts";
import {draftNotes} from "./notes/draft.ts";
import {FIXED} from "./notes/fixed.ts";
import {toMarkdown, type Note} from "./notes/markdown.ts";
import {TOPICS} from "./notes/topics.ts";
import {compareTexts} from "./order.ts";
import {createShelf} from "./shelf.ts";

const HOME_LINKS = 6;

/** A vault of short linked notes on a dozen topics. */
export function notes(root: Random): SampleFile[] {
  const random = root.fork("notes");
  const shelf = createShelf(root);
  const taken = new Set<string>();
  const drafts = TOPICS.flatMap((topic) =>
    draftNotes(random.fork(topic.folder), topic, shelf, taken)
  );
  return [
    ...drafts.map((note) =>
      toTextFile(`notes/${note.topic.folder}/${note.title}.md`, toMarkdown(random, note, drafts))
    ),
    ...FIXED.map(({path, text}) => toTextFile(`notes/${path}`, text)),
    toTextFile("notes/Home.md", toHome(drafts))
  ];
}

/** The note to start at: the latest of every topic. */
function toHome(drafts: readonly Note[]): string {
  const sections = TOPICS.map(({folder}) => {
    const links = drafts
      .filter(({topic}) => topic.folder === folder)
      .sort((a, b) => compareTexts(b.date, a.date))
      .slice(0, HOME_LINKS)
      .map(({title}) => `- [[${title}]]`);
    return `## ${toSentenceCase(folder.split("/").at(-1)!)}\n\n${links.join("\n")}\n`;
  });
  const start = "Start here; see also [[Inbox]] and [[2025-03-16 Incident FRZ-03]].";
  return `# Home\n\n${start}\n\n${sections.join("\n")}`;
}
