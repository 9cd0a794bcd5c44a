import type {Topic} from "../../model/topic.ts";
import type {TopicResult} from "../../topics/find-topics.ts";

/** The topics for people to read, the parts of a broad one below it. */
export function* toTableLines({topics, members}: TopicResult): Generator<string> {
  const width = Math.max(4, ...topics.map(({size}) => String(size).length));
  const toLine = (topic: Topic, indent: string): string => {
    const keywords = topic.keywords.map(({term}) => term).join(", ");
    return `${String(topic.size).padStart(width)}  ${indent}${topic.id}  ${topic.name ?? topic.label}  (${keywords})\n`;
  };
  for (const topic of topics) {
    if (topic.parent !== null) continue;
    yield toLine(topic, "");
    for (const part of topics) if (part.parent === topic.id) yield toLine(part, "  ");
  }
  const outliers = members.filter(({topic}) => topic === null).length;
  yield `${members.length} texts, ${topics.length} topics, ${outliers} texts in none\n`;
}
