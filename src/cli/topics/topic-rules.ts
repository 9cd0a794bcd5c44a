import {InputError} from "../../lib/errors.ts";
import type {TopicRule} from "../../model/topic.ts";

/** Rules as somebody wrote them into a file; none where there are none. Throws `InputError` that says which is wrong. */
export function toTopicRules(value: unknown, file: string): TopicRule[] {
  if (value === undefined || value === null) return [];
  if (!Array.isArray(value)) throw new InputError(`rules are no list: ${file}`);
  return value.map((rule: unknown, i) => {
    const read = toRule(rule);
    if (read) return read;
    throw new InputError(
      `rule ${i + 1} not understood: ${file} (expected merge, split, together or move, as in topics --help)`
    );
  });
}

function toRule(value: unknown): TopicRule | undefined {
  const rule = (typeof value === "object" && value !== null ? value : {}) as Readonly<
    Record<string, unknown>
  >;
  const {topics, into, topic, ends, end} = rule;
  switch (rule.do) {
    case "merge":
      return isTexts(topics) && typeof into === "string" ? {do: "merge", topics, into} : undefined;
    case "split":
      return typeof topic === "string" ? {do: "split", topic} : undefined;
    case "together":
      return isTexts(ends) ? {do: "together", ends} : undefined;
    case "move":
      return typeof end === "string" && (typeof topic === "string" || topic === null)
        ? {do: "move", end, topic}
        : undefined;
    default:
      return undefined;
  }
}

function isTexts(value: unknown): value is string[] {
  return Array.isArray(value) && value.every((item) => typeof item === "string");
}
