/** Other records of a list are selected now. */
export class SelectEvent extends Event {
  readonly ids: ReadonlySet<string>;

  constructor(ids: ReadonlySet<string>) {
    super("lb-select");
    this.ids = ids;
  }
}

/** What is selected once these are, too, or are not any more. */
export function toToggled(
  selected: ReadonlySet<string>,
  ids: Iterable<string>,
  isOn: boolean
): Set<string> {
  const next = new Set(selected);
  for (const id of ids) {
    if (isOn) next.add(id);
    else next.delete(id);
  }
  return next;
}

declare global {
  interface HTMLElementEventMap {
    "lb-select": SelectEvent;
  }
}
