/** Other records of a list are selected now. */
export class SelectEvent extends Event {
  readonly ids: ReadonlySet<string>;

  constructor(ids: ReadonlySet<string>) {
    super("lb-select");
    this.ids = ids;
  }
}

declare global {
  interface HTMLElementEventMap {
    "lb-select": SelectEvent;
  }
}
