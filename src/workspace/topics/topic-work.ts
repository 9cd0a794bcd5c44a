/** How long work on topics is watched and stopped; `step` names what is being done, for people. */
export interface TopicWork {
  readonly signal?: AbortSignal;
  readonly onProgress?: (done: number, total: number, step?: string) => void;
}
