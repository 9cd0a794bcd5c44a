/** Inner products of int8 rows in a memory of their own. All places are in bytes; kernels.wat says what each one does. */
export interface Kernels {
  /** The whole memory; another object after `reserve`. */
  readonly buffer: ArrayBuffer;
  /** Sees to it that there are that many bytes. Throws `UnavailableError` where the machine has no more. */
  reserve(bytes: number): void;
  /** One query against `count` rows. */
  scan(
    query: number,
    rows: number,
    scales: number,
    scores: number,
    count: number,
    width: number
  ): void;
  /** Four queries against `count` rows. */
  tile(
    queries: number,
    queryScales: number,
    rows: number,
    scales: number,
    scores: number,
    count: number,
    width: number
  ): void;
}
