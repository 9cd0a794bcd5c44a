import type {DuplicateJob} from "./duplicate-plan.ts";
import type {SourceRecords} from "./source-records.ts";

/** How sources have changed since a plan was kept, as far as it compares them. */
export interface PlanDrift {
  /** Columns that were compared and are gone. */
  readonly gone: readonly {readonly source: string; readonly name: string}[];
  /** Columns that are compared and hold values of another type. */
  readonly retyped: readonly {
    readonly source: string;
    readonly name: string;
    readonly before: string;
    readonly now: string;
  }[];
}

export const NO_DRIFT: PlanDrift = {gone: [], retyped: []};

/** The types of the columns of tables; of entries nothing is known. */
export function toSourceTypes(sides: readonly SourceRecords[]): NonNullable<DuplicateJob["types"]> {
  return Object.fromEntries(
    sides.map(({source, result}) => [
      source,
      Object.fromEntries((result?.fields ?? []).map(({name, type}) => [name, type]))
    ])
  );
}

/** `job` is the search as it was kept, before its plan was fitted to what is there. */
export function findDrift(
  {plan, types}: Pick<DuplicateJob, "plan" | "types">,
  first: SourceRecords,
  second?: SourceRecords
): PlanDrift {
  const now = toSourceTypes(second ? [first, second] : [first]);
  const seconds = new Map(plan.pairs.map((pair) => [pair.first, pair.second]));
  const compared = plan.columns.flatMap(({name}) => [
    {records: first, name},
    ...(second ? [{records: second, name: seconds.get(name) ?? name}] : [])
  ]);
  const isThere = ({records, name}: (typeof compared)[number]): boolean =>
    records.columns.some((column) => column.name === name);
  return {
    gone: compared
      .filter((one) => !isThere(one))
      .map(({records: {source}, name}) => ({source, name})),
    retyped: compared.flatMap(({records: {source}, name}) => {
      const [before, type] = [types?.[source]?.[name], now[source]?.[name]];
      return before === undefined || type === undefined || before === type
        ? []
        : [{source, name, before, now: type}];
    })
  };
}
