import type {ModelFacts} from "./model-facts.ts";

/** What people say of a model in `lakebook.json`, in its folder. */
export type ModelCard = Pick<ModelFacts, "languages" | "licence">;

/**
 * The languages and licence of a model, from its `lakebook.json` (`{"languages": ["en"], "licence": "MIT"}`), else the first
 * line of its `LICENSE`. What cannot be read is as if it were not there: nothing depends on it.
 */
export function toCard(card: string | null, licence: string | null): ModelCard {
  const {languages, licence: named} = parse(card);
  const firstLine = licence?.trim().split(/\r?\n/)[0]?.trim();
  return {
    languages: Array.isArray(languages) ? languages.map(String) : [],
    licence: typeof named === "string" ? named : firstLine || null
  };
}

function parse(card: string | null): {languages?: unknown; licence?: unknown} {
  try {
    return (JSON.parse(card ?? "{}") as object | null) ?? {};
  } catch {
    return {};
  }
}
