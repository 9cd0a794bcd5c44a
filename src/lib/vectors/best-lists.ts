/** Lists of the best rows that were offered, best first; of equal scores the lower row goes first, in whatever order they come. */
export class BestLists {
  /** Rows of a list at most. */
  readonly width: number;
  /** lists × width rows; what lies beyond a list's count means nothing. */
  readonly rows: Int32Array;
  readonly scores: Float32Array;
  readonly counts: Int32Array;
  /** For each list the score below which nothing gets in: looked at before `offer` is called, it spares most calls. */
  readonly least: Float32Array;

  constructor(lists: number, width: number) {
    this.width = width;
    this.rows = new Int32Array(lists * width);
    this.scores = new Float32Array(lists * width);
    this.counts = new Int32Array(lists);
    this.least = new Float32Array(lists).fill(width > 0 ? -Infinity : Infinity);
  }

  /** Puts a row into a list if it is among the best. The same row with the same score is taken once only. */
  offer(list: number, row: number, score: number): void {
    const {width, rows, scores, counts} = this;
    const start = list * width;
    const end = start + counts[list]!;
    let at = end;
    while (at > start) {
      const before = scores[at - 1]!;
      if (before > score) break;
      if (before === score && rows[at - 1]! <= row) {
        if (rows[at - 1] === row) return;
        break;
      }
      --at;
    }
    if (at === start + width) return;
    const isFull = counts[list] === width;
    for (let to = isFull ? end - 1 : end; to > at; --to) {
      scores[to] = scores[to - 1]!;
      rows[to] = rows[to - 1]!;
    }
    scores[at] = score;
    rows[at] = row;
    if (!isFull) ++counts[list]!;
    if (counts[list] === width) this.least[list] = scores[start + width - 1]!;
  }
}
