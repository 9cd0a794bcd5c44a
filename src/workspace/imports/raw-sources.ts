import type {Batch, InPlaceTable, RawTable} from "../../model/batch.ts";
import type {Store} from "../../store/store.ts";

/** What a table is made of now: the batches that count, in their order, or a file that is asked in place. */
export interface RawSource {
  readonly name: string;
  readonly batches: readonly Batch[];
  readonly inPlace: InPlaceTable | undefined;
}

/** What each table of the schema `raw` is made of, by its name in lower case. */
export async function readRawSources({batches}: Store): Promise<Map<string, RawSource>> {
  const sources = new Map<string, RawSource>();
  for (const batch of await batches.list()) {
    if (batch.rolledBack !== null) continue;
    const key = batch.target.toLowerCase();
    const former = sources.get(key);
    sources.set(key, {
      name: former?.name ?? batch.target,
      batches: [...(former?.batches ?? []), batch],
      inPlace: undefined
    });
  }
  for (const inPlace of await batches.inPlace())
    sources.set(inPlace.target.toLowerCase(), {name: inPlace.target, batches: [], inPlace});
  return sources;
}

/** See `RawTables.list`. */
export async function listRawTables(store: Store): Promise<RawTable[]> {
  const known = await store.batches.tables();
  const sources = [...(await readRawSources(store)).values()];
  return sources
    .map((source): RawTable => {
      const {name, batches, inPlace} = source;
      const row = known.get(name);
      const isKnown = row?.state === toRawState(source);
      const files = inPlace ? [inPlace.file] : batches.map(({file}) => file);
      return {
        name,
        kind: inPlace ? "in-place" : "import",
        columns: row?.columns ?? [],
        rows: isKnown ? row.rows : null,
        files: [...new Map(files.map((file) => [file.sha256, file])).values()],
        batches: batches.length
      };
    })
    .sort((a, b) => a.name.localeCompare(b.name));
}

/** What a table is made of, in a text that changes when that changes. */
export function toRawState({batches, inPlace}: RawSource): string {
  if (inPlace) return `in place ${inPlace.file.sha256} ${inPlace.at}`;
  return batches.map(({id}) => id).join(" ");
}
