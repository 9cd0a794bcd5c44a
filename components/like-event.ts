/** Somebody wants to see what is like a text. */
export class LikeEvent extends Event {
  /** An entry's id or a row's address. */
  readonly end: string;

  constructor(end: string) {
    super("lb-like", {cancelable: true});
    this.end = end;
  }
}
