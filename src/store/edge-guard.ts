import {InputError} from "../lib/errors.ts";
import type {Edge, EdgeKind} from "../model/edge.ts";
import type {Database} from "./database.ts";
import type {EdgeProblem} from "./edge-rules.ts";
import {findEdgeProblem, hasRules, isSamePosition} from "./edge-rules.ts";
import {readTitle} from "./ends.ts";
import {KindEdges} from "./kind-edges.ts";

/**
 * Watches the edges that a batch writes, and refuses at its end what their kinds do not allow: in between they may, so
 * that a thing can move out of the way of another. Edges that stay where they were are left alone, whatever their kind
 * says by now.
 */
export class EdgeGuard {
  readonly #db: Database;
  readonly #written = new Map<string, {readonly before: Edge | null; readonly after: Edge}>();

  constructor(db: Database) {
    this.#db = db;
  }

  note(before: Edge | null, after: Edge | null): void {
    const known = this.#written.get((after ?? before)!.id);
    if (after) this.#written.set(after.id, {before: known ? known.before : before, after});
    else this.#written.delete(before!.id);
  }

  async check(): Promise<void> {
    if (this.#written.size === 0) return;
    for (const kind of await this.#db.kinds.toArray()) {
      const moved = [...this.#written.values()]
        .filter(({before, after}) => after.kind === kind.name && isMoved(before, after, kind))
        .map(({after}) => after);
      const problem = await findProblem(this.#db, kind, moved);
      if (problem) throw await toError(this.#db, problem);
    }
  }
}

/** Why the first of some edges of a kind that cannot stand where it does cannot, held against what is there. */
export async function findProblem(
  db: Database,
  kind: EdgeKind,
  edges: readonly Edge[]
): Promise<EdgeProblem | undefined> {
  if (edges.length === 0 || !hasRules(kind)) return undefined;
  const around = new KindEdges(kind);
  await around.load(db, edges);
  for (const edge of edges) {
    const problem = findEdgeProblem(edge, around);
    if (problem) return problem;
  }
  return undefined;
}

async function toError(db: Database, {ends, say}: EdgeProblem): Promise<InputError> {
  const titles: string[] = [];
  for (const end of ends) titles.push(await readTitle(db, end));
  return new InputError(say(...titles));
}

function isMoved(before: Edge | null, after: Edge, {grid}: EdgeKind): boolean {
  if (!before || before.from !== after.from || before.to !== after.to) return true;
  return grid !== undefined && !isSamePosition(before, after, grid);
}
