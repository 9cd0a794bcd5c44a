/** Answers for a text, best first; or one list of them after another, each in the place of the one before. */
export type Suggest<T> = (
  text: string,
  signal: AbortSignal
) => Promise<readonly T[]> | AsyncIterable<readonly T[]>;

/** The lists one by one, of either kind of answer. */
export async function* toLists<T>(
  answer: ReturnType<Suggest<T>>
): AsyncGenerator<readonly T[], undefined> {
  if (answer instanceof Promise) yield await answer;
  else yield* answer;
  return undefined;
}
