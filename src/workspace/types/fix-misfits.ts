import {isSame} from "../../lib/same.ts";
import type {Entry, Fields} from "../../model/entry.ts";
import type {ObjectSchema} from "../../model/schema.ts";
import type {Store} from "../../store/store.ts";
import {findFieldProblems} from "./misfits.ts";
import type {ScanOptions} from "./scan-family.ts";
import {readTypes, toFamilySchemas} from "./scan-family.ts";
import type {ValueFix} from "./value-fix.ts";
import {fixValue} from "./value-fix.ts";

const CHUNK_SIZE = 1000;
const MAX_EXAMPLES = 20;

/** A fix of one field in many entries. */
export interface Fix {
  /** The type that the field is of; entries of types that extend it are mended by their own schemas. */
  readonly type: string;
  readonly field: string;
  readonly ids: readonly string[];
  readonly fix: ValueFix;
}

export interface FixPreview {
  /** Entries that would change. */
  readonly changed: number;
  /** Entries whose value would still not fit, changed or not. */
  readonly still: number;
  /** The first ones. */
  readonly examples: readonly FixExample[];
}

export interface FixExample {
  readonly entry: Entry;
  readonly before: unknown;
  readonly after: unknown;
  /** Why the value would still not fit. */
  readonly problem: string | undefined;
}

/** What a fix would do. Nothing is changed. */
export async function previewFix(
  store: Store,
  {type, field, ids, fix}: Fix,
  {signal, onProgress}: ScanOptions = {}
): Promise<FixPreview> {
  const schemas = toFamilySchemas(type, await readTypes(store));
  const examples: FixExample[] = [];
  let changed = 0;
  let still = 0;
  for (let i = 0; i < ids.length; i += CHUNK_SIZE) {
    signal?.throwIfAborted();
    for (const entry of await store.entries.getAll(ids.slice(i, i + CHUNK_SIZE))) {
      const schema = schemas.get(entry.type);
      if (!schema) continue;
      const after = fixValue(entry.fields, field, fix, schema);
      const problem = toProblem(schema, after, field, fix);
      if (!isSame(after, entry.fields)) ++changed;
      if (problem !== undefined) ++still;
      const place = fix.kind === "move" ? fix.to : field;
      if (examples.length < MAX_EXAMPLES)
        examples.push({entry, before: entry.fields[field], after: after[place], problem});
    }
    onProgress?.(Math.min(ids.length, i + CHUNK_SIZE), ids.length);
  }
  return {changed, still, examples};
}

/** Mends the values as they are now, in one write that undo takes back. */
export async function fixMisfits(
  store: Store,
  {type, field, ids, fix}: Fix,
  options: ScanOptions & {readonly what?: string} = {}
): Promise<{changed: number; group: string | null}> {
  const schemas = toFamilySchemas(type, await readTypes(store));
  const change = ({type: name, fields}: Entry): Fields => {
    const schema = schemas.get(name);
    return schema ? fixValue(fields, field, fix, schema) : fields;
  };
  return store.entries.changeAll(ids, change, options);
}

/** What is wrong after the fix with the field, or with the one that its value moved to. */
function toProblem(
  schema: ObjectSchema,
  fields: Fields,
  field: string,
  fix: ValueFix
): string | undefined {
  const problems = findFieldProblems(schema, fields);
  return problems.get(field) ?? (fix.kind === "move" ? problems.get(fix.to) : undefined);
}
