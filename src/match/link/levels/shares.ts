import type {LinkColumn} from "../link-tables.ts";

/** How common values are, each by its form in which values are the same. */
export interface Shares {
  /** Of a value, by its place among the distinct ones, without the record that is compared: two alike are a share of one. */
  of(id: number): number;
  /** The chance that two records have the same. */
  readonly mean: number;
}

/** `forms` are the values as they are compared: values of one form are one. */
export function toShares({counts, filled}: LinkColumn, forms: readonly unknown[]): Shares {
  const byForm = new Map<unknown, number>();
  for (const [id, form] of forms.entries()) byForm.set(form, (byForm.get(form) ?? 0) + counts[id]!);
  let agreeing = 0;
  for (const count of byForm.values()) agreeing += count * (count - 1);
  return {
    of: (id) => Math.max(1, byForm.get(forms[id])! - 1) / filled,
    mean: filled < 2 ? 0 : agreeing / (filled * (filled - 1))
  };
}
