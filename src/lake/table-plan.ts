import {isSame} from "../lib/same.ts";
import {groupBy} from "../lib/group-by.ts";
import type {Source} from "./source.ts";
import {groupTables} from "./table-groups.ts";
import type {PlannedTable} from "./table-loader.ts";
import {nameTables} from "./table-names.ts";

/** A source, and the file that it lies in. */
interface PlannedSource {
  readonly file: string;
  readonly source: Source;
}

/** The tables that sources make together: those that say where their rows go, and those that are alike. */
export function planTables(sources: readonly PlannedSource[]): PlannedTable[] {
  const told = sources.filter(({source}) => source.target !== undefined);
  const others = sources.filter(({source}) => source.target === undefined);
  const groups = [
    ...[...groupBy(told, ({source}) => source.target!).values()].map(sortByPrecedence),
    ...groupTables(others.map(toCandidate)).map((group) => group.map(({planned}) => planned))
  ];
  const order = new Map(sources.map((source, i) => [source, i]));
  groups.sort((a, b) => order.get(a[0]!)! - order.get(b[0]!)!);
  const names = nameTables(
    groups.map((group) => ({
      paths: group.map(({source}) => source.origin.path),
      inner: group[0]!.source.inner,
      format: group[0]!.source.origin.format,
      target: group[0]!.source.target
    }))
  );
  return groups.map((group, i) => {
    const {origin, key} = group[0]!.source;
    return {
      name: names[i]!,
      format: origin.format,
      connector: origin.connector,
      key: group.every(({source}) => isSame(source.key, key)) ? key : undefined,
      parts: group.map(({file, source}) => ({file, source}))
    };
  });
}

/** The last one's value counts: the surer sources go last, and files stay in their order otherwise. */
function sortByPrecedence(sources: readonly PlannedSource[]): PlannedSource[] {
  const toPrecedence = ({source}: PlannedSource): number => source.origin.precedence ?? 0;
  return sources.toSorted((a, b) => toPrecedence(a) - toPrecedence(b));
}

function toCandidate(planned: PlannedSource): {
  path: string;
  format: string;
  inner: string;
  columns: string[];
  planned: PlannedSource;
} {
  const {origin, inner, columns} = planned.source;
  const {path, format} = origin;
  return {path, format, inner, columns: columns.map(({name}) => name), planned};
}
