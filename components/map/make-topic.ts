import type {Workspace} from "../../src/index.ts";
import type {WorkSigns} from "../long-work.ts";

/**
 * Makes a topic of texts by their ends, which are in no other from then on; topics are looked for first where nobody did.
 * Gives the writes that undo it, in their order.
 */
export async function makeTopic(
  {store, topics}: Pick<Workspace, "store" | "topics">,
  collection: string,
  {ends, name}: {readonly ends: readonly string[]; readonly name: string},
  {signal, onProgress}: WorkSigns
): Promise<(string | null)[]> {
  const groups: (string | null)[] = [];
  if (!(await store.topics.get(collection)))
    groups.push(
      await topics.run(collection, {
        signal,
        onProgress: (done, total, step) => onProgress(done, total, step)
      })
    );
  // texts that are in no topic get one of their own when they are joined
  groups.push(await topics.move(collection, ends, null));
  groups.push(await topics.join(collection, ends));
  const {set} = (await store.topics.get(collection))!;
  const id = `t${set.nextId - 1}`;
  groups.push(await topics.change(collection, id, {pinned: true, ...(name !== "" && {name})}));
  return groups;
}
