import {InputError} from "../lib/errors.ts";
import {isSame} from "../lib/same.ts";
import type {EdgeKind} from "../model/edge.ts";
import type {Batch} from "./batch.ts";
import {runBatch} from "./batch.ts";
import type {Connection} from "./connection.ts";
import type {Database} from "./database.ts";
import {countOf} from "./words.ts";

/** The edge kinds, by name. */
export interface Kinds {
  /** All of them, by label. */
  list(): Promise<EdgeKind[]>;
  get(name: string): Promise<EdgeKind | undefined>;
  /** Makes a kind or changes the one of that name; edges that are there stay, also where they now would be refused. */
  put(kind: EdgeKind): Promise<EdgeKind>;
  /** Throws `InputError` while there are edges of the kind. */
  remove(name: string): Promise<void>;
}

export function createKinds(connection: Connection): Kinds {
  return {
    async list() {
      const kinds = await connection.run((db) => db.kinds.toArray());
      return kinds.sort((a, b) => a.label.localeCompare(b.label));
    },

    get: (name) => connection.run((db) => db.kinds.get(name)),

    async put(kind) {
      await runBatch(connection, {what: `Set up edge kind ${kind.label}`}, async (batch) => {
        await putKind(batch, kind);
      });
      return kind;
    },

    async remove(name) {
      await runBatch(connection, {what: `Remove edge kind ${name}`}, async (batch) => {
        const before = await batch.db.kinds.get(name);
        if (!before) throw new InputError(`edge kind not found: ${name}`);
        const count = await batch.db.edges.where("kind").equals(name).count();
        if (count > 0)
          throw new InputError(
            `edge kind is in use: ${name} has ${countOf(count, "edge")}; remove them first`
          );
        await batch.write("kinds", [{before, after: null}]);
      });
    }
  };
}

/** See `Kinds.put`; inside a batch. */
export async function putKind(batch: Batch, kind: EdgeKind): Promise<void> {
  const before = (await batch.db.kinds.get(kind.name)) ?? null;
  if (!isSame(before, kind)) await batch.write("kinds", [{before, after: kind}]);
}

/** All edge kinds, by name. */
export async function readKinds(db: Database): Promise<ReadonlyMap<string, EdgeKind>> {
  return new Map((await db.kinds.toArray()).map((kind) => [kind.name, kind]));
}

/** Throws `InputError` that names the kinds there are. */
export function findKind(kinds: ReadonlyMap<string, EdgeKind>, name: string): EdgeKind {
  const kind = kinds.get(name);
  if (kind) return kind;
  const names = [...kinds.keys()].sort().join(", ");
  throw new InputError(
    `edge kind not found: "${name}" (${names === "" ? "there is none yet" : `there are: ${names}`})`
  );
}
