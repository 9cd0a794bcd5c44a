import type {Finding, Findings} from "./findings.ts";

/** One JSON object, in pieces: pairs may be many. */
export function* toJsonPieces({pairs, clusters}: Findings): Generator<string> {
  yield '{"pairs":[';
  let mark = "\n";
  for (const pair of pairs()) {
    yield `${mark}${JSON.stringify(toJson(pair))}`;
    mark = ",\n";
  }
  yield `\n],"clusters":${JSON.stringify(clusters)}}\n`;
}

/** A cluster a line, then the pairs that nobody is sure of. */
export function* toTextLines({pairs, clusters}: Findings): Generator<string> {
  for (const cluster of clusters) yield `same: ${cluster.join(", ")}\n`;
  for (const {a, b, score, match, parts} of pairs()) {
    if (match) continue;
    const reasons = parts
      .filter(({column, bits}) => column !== "prior" && Math.abs(bits) >= 1)
      .map(({column, level, bits}) => `${column} ${level} (${toSigned(bits)})`);
    yield `perhaps: ${a}, ${b} (${Math.round(100 * score)} %): ${reasons.join(", ")}\n`;
  }
}

function toJson({a, b, score, match, parts}: Finding): Record<string, unknown> {
  const evidence = Object.fromEntries(
    parts.map(({column, level, a, b, bits}) => [
      column,
      column === "prior" ? {level, bits: round(bits)} : {level, a, b, bits: round(bits)}
    ])
  );
  return {a, b, score: round(score), match, evidence};
}

function round(value: number): number {
  return Math.round(10_000 * value) / 10_000;
}

function toSigned(bits: number): string {
  return `${bits > 0 ? "+" : ""}${bits.toFixed(1)}`;
}
