/** The text of the control that an event comes from. */
export function toText(event: Event): string {
  return (event.target as HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement).value;
}

export function toChecked(event: Event): boolean {
  return (event.target as HTMLInputElement).checked;
}

/** The number of a control; undefined where it is empty. */
export function toNumber(event: Event): number | undefined {
  const {valueAsNumber} = event.target as HTMLInputElement;
  return Number.isNaN(valueAsNumber) ? undefined : valueAsNumber;
}
