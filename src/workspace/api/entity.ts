import type {Entry, Fields} from "../../model/entry.ts";

/** An entry whose fields are known by type. */
export interface Entity<F extends object = Fields> extends Omit<Entry, "fields"> {
  readonly fields: Readonly<F>;
}

/** What a field must be: a value, one of several, or null for none; or in words. */
export type Filter<V> =
  | V
  | null
  | readonly V[]
  | {
      readonly isNot?: V;
      readonly atLeast?: V;
      readonly atMost?: V;
      readonly contains?: string;
      readonly startsWith?: string;
      readonly isEmpty?: boolean;
    };

/** Conditions by field; all of them hold. */
export type Filters<F extends object = Fields> = {readonly [K in keyof F]?: Filter<F[K]>};

/** Which entries, in what order. */
export interface EntityQuery<F extends object = Fields> {
  /** Conditions by field, or SQL over the columns of the type's relation. */
  readonly where?: Filters<F> | string;
  /** A field; without it, the last changed come first. */
  readonly sort?: keyof F & string;
  readonly descending?: boolean;
  readonly offset?: number;
  readonly limit?: number;
}

export interface EntityPage<F extends object = Fields> {
  readonly entries: readonly Entity<F>[];
  /** How many there are on all pages. */
  readonly total: number;
}

/** An entry: itself, or its id, its slug or its key; of another type `type/slug`. */
export type EntityRef = string | Pick<Entry, "id">;
