import {InputError, toMessage} from "../../lib/errors.ts";
import type {Topic, TopicMember, TopicOptions} from "../../model/topic.ts";
import type {PreviousTopics, TopicResult} from "../../topics/find-topics.ts";
import {toTopicRules} from "./topic-rules.ts";

/** What the command writes, and reads back with `--previous`. Names, pins and rules in it may be written by hand. */
export interface TopicsFile extends PreviousTopics {
  readonly model: string;
  readonly options: TopicOptions;
}

/** One JSON object on one line. `ids` are the documents' ids as they were read. */
export function writeTopicsFile(
  {topics, members, centroids, nextId}: TopicResult,
  {
    ids,
    model,
    options,
    rules
  }: Pick<TopicsFile, "model" | "options" | "rules"> & {
    readonly ids: readonly (string | number)[];
  }
): string {
  return JSON.stringify({
    topics: topics.map(({id, label, keywords, size, parent, ...rest}) => ({
      id,
      label,
      keywords: keywords.map(({term}) => term),
      size,
      parent,
      name: rest.name,
      colour: rest.colour,
      pinned: rest.pinned,
      ignored: rest.ignored,
      typical: rest.typical,
      borderline: rest.borderline
    })),
    documents: members.map(({topic, strength}, row) => ({id: ids[row], topic, strength})),
    model,
    options,
    rules,
    nextId,
    centroids: toBase64(centroids)
  });
}

/** Throws `InputError` where the text is not what `writeTopicsFile` writes; `file` names it. */
export function readTopicsFile(json: string, file: string): TopicsFile {
  const fail = (what: string): never => {
    throw new InputError(
      `${what}: ${file} (expected the output of an earlier run of topics --json)`
    );
  };
  const isRecord = (value: unknown): value is Record<string, unknown> =>
    typeof value === "object" && value !== null && !Array.isArray(value);
  const content = parse(json, file);
  if (!isRecord(content)) return fail("file holds no topics");
  const {topics, documents} = content;
  if (!Array.isArray(topics) || !Array.isArray(documents)) return fail("file holds no topics");
  const read = topics.map((topic: unknown, i) =>
    isRecord(topic) && typeof topic.id === "string" && /^t\d+$/.test(topic.id)
      ? toTopic(topic, topic.id)
      : fail(`topic ${i + 1} has no id like t1`)
  );
  const known = new Set(read.map(({id}) => id));
  const members = documents.map((document: unknown, i): TopicMember => {
    if (!isRecord(document) || !["string", "number"].includes(typeof document.id))
      return fail(`document ${i + 1} has no id`);
    const {id, topic, strength} = document;
    if (topic !== null && !(typeof topic === "string" && known.has(topic)))
      return fail(`topic of document ${String(id)} not known: ${JSON.stringify(topic)}`);
    return {end: String(id), topic, strength: typeof strength === "number" ? strength : 0};
  });
  const highest = read.reduce((most, {id}) => Math.max(most, Number(id.slice(1))), 0);
  const {detail, seed} = isRecord(content.options) ? content.options : {};
  return {
    topics: read,
    members,
    rules: toTopicRules(content.rules, file),
    centroids: typeof content.centroids === "string" ? fromBase64(content.centroids) : null,
    nextId: Math.max(highest + 1, typeof content.nextId === "number" ? content.nextId : 1),
    model: typeof content.model === "string" ? content.model : "",
    options: {
      detail: typeof detail === "number" ? detail : 0.5,
      seed: typeof seed === "number" ? seed : 1
    }
  };
}

function parse(json: string, file: string): unknown {
  try {
    return JSON.parse(json);
  } catch (error) {
    throw new InputError(`file is no JSON: ${file}: ${toMessage(error)}`);
  }
}

function toTopic(record: Readonly<Record<string, unknown>>, id: string): Topic {
  const {label, name, keywords, parent, size, colour, pinned, ignored} = record;
  const terms = Array.isArray(keywords) ? keywords.filter((term) => typeof term === "string") : [];
  return {
    id,
    set: "",
    label: typeof label === "string" ? label : id,
    name: typeof name === "string" ? name : null,
    keywords: terms.map((term) => ({term, weight: 0})),
    parent: typeof parent === "string" ? parent : null,
    size: typeof size === "number" ? size : 0,
    colour: typeof colour === "number" ? colour : Number(id.slice(1)),
    pinned: pinned === true,
    ignored: ignored === true,
    typical: [],
    borderline: []
  };
}

function toBase64(numbers: Float32Array): string {
  return Buffer.from(numbers.buffer, numbers.byteOffset, numbers.byteLength).toString("base64");
}

function fromBase64(text: string): Float32Array {
  const bytes = Uint8Array.from(Buffer.from(text, "base64"));
  return new Float32Array(bytes.buffer, 0, Math.floor(bytes.length / 4));
}
