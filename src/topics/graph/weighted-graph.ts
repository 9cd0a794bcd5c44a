/** An undirected graph in compressed rows: the neighbours of node `v` stand from `offsets[v]` to `offsets[v + 1]`. */
export interface WeightedGraph {
  readonly size: number;
  readonly offsets: Int32Array;
  /** Each edge stands in the rows of both its ends; no node is its own neighbour. */
  readonly targets: Int32Array;
  readonly weights: Float64Array;
  /** What a node that stands for several holds within itself, each edge once. */
  readonly loops: Float64Array;
}

/** The sum of the weights at a node; what it holds within itself counts twice. */
export function toDegrees({size, offsets, weights, loops}: WeightedGraph): Float64Array {
  const degrees = new Float64Array(size);
  for (let node = 0; node < size; ++node) {
    let sum = 2 * loops[node]!;
    for (let at = offsets[node]!; at < offsets[node + 1]!; ++at) sum += weights[at]!;
    degrees[node] = sum;
  }
  return degrees;
}

/**
 * One node for each group of nodes, the weights between groups summed. `groups` gives each node's group, from 0 to
 * `count` - 1.
 */
export function contractGraph(
  {size, offsets, targets, weights, loops}: WeightedGraph,
  groups: Int32Array,
  count: number
): WeightedGraph {
  const {starts, members} = listByGroup(groups, count);
  const newOffsets = new Int32Array(count + 1);
  const newLoops = new Float64Array(count);
  const newTargets: number[] = [];
  const newWeights: number[] = [];
  const sums = new Float64Array(count);
  const isSeen = new Uint8Array(count);
  const seen: number[] = [];
  for (let group = 0; group < count; ++group) {
    let inside = 0;
    for (let i = starts[group]!; i < starts[group + 1]!; ++i) {
      const node = members[i]!;
      inside += 2 * loops[node]!;
      for (let at = offsets[node]!; at < offsets[node + 1]!; ++at) {
        const other = groups[targets[at]!]!;
        if (other === group) {
          inside += weights[at]!;
          continue;
        }
        if (isSeen[other] === 0) {
          isSeen[other] = 1;
          seen.push(other);
        }
        sums[other]! += weights[at]!;
      }
    }
    newLoops[group] = inside / 2;
    seen.sort((a, b) => a - b);
    for (const other of seen) {
      newTargets.push(other);
      newWeights.push(sums[other]!);
      sums[other] = 0;
      isSeen[other] = 0;
    }
    seen.length = 0;
    newOffsets[group + 1] = newTargets.length;
  }
  if (groups.length !== size) throw new RangeError(`groups of other nodes: ${groups.length}`);
  return {
    size: count,
    offsets: newOffsets,
    targets: Int32Array.from(newTargets),
    weights: Float64Array.from(newWeights),
    loops: newLoops
  };
}

/** The numbers from 0, sorted by their group (-1 is none); those of group `g` stand from `starts[g]` to `starts[g + 1]`. */
export function listByGroup(
  groups: ArrayLike<number>,
  count: number
): {starts: Int32Array; members: Int32Array} {
  const starts = new Int32Array(count + 1);
  for (let i = 0; i < groups.length; ++i) if (groups[i]! >= 0) ++starts[groups[i]! + 1]!;
  for (let group = 0; group < count; ++group) starts[group + 1]! += starts[group]!;
  const next = starts.slice();
  const members = new Int32Array(starts[count]!);
  for (let i = 0; i < groups.length; ++i) if (groups[i]! >= 0) members[next[groups[i]!]!++] = i;
  return {starts, members};
}

/** Groups numbered anew from 0 in the order in which they first appear; -1 stays. */
export function renumber(groups: Int32Array): {groups: Int32Array; count: number} {
  const numbers = new Map<number, number>();
  const next = groups.map((group) => {
    if (group < 0) return -1;
    let number = numbers.get(group);
    if (number === undefined) numbers.set(group, (number = numbers.size));
    return number;
  });
  return {groups: next, count: numbers.size};
}
