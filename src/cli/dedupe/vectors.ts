import {join} from "node:path";
import {openNodeEmbedder} from "../../embed/node-embedder.ts";
import type {Embedder} from "../../embed/embedder.ts";
import type {LinkInput} from "../../match/link/link-input.ts";
import type {MatchTable} from "../../match/link/match-table.ts";

/** Gives each record the vector of its texts, so that those near in meaning are compared too. */
export async function addVectors(input: LinkInput, model: string): Promise<LinkInput> {
  const embedder = await openNodeEmbedder(
    join(process.env.LAKEBOOK_MODELS || "data/models", model)
  );
  try {
    const {first, second, plan} = input;
    return {
      ...input,
      first: await toMeant(first, embedder),
      ...(second && {second: await toMeant(second, embedder)}),
      plan: {...plan, blocking: [...plan.blocking, {by: "meaning", columns: []}]}
    };
  } finally {
    await embedder.close();
  }
}

async function toMeant(table: MatchTable, embedder: Embedder): Promise<MatchTable> {
  const texts = table.keys.map((_, i) =>
    table.columns
      .map(({values}) => values[i]!)
      .filter(Boolean)
      .join(", ")
  );
  const values = await embedder.embed(texts);
  return {...table, vectors: {values, dimensions: embedder.dimensions}};
}
