import {groupBy} from "../../lib/group-by.ts";
import {alignTokens} from "./align.ts";
import type {ColumnProfile} from "./column-profile.ts";
import {profileColumns} from "./column-profile.ts";
import type {RowDialect} from "./repair-row.ts";
import {splitLine} from "./line-tokens.ts";
import type {Row} from "./rows.ts";
import {toLine} from "./rows.ts";

/** Rows that both readings of a table have to explain. */
const MAX_TRIED = 40;
/** Fewer rows of a width tell nothing about columns. */
const MIN_ROWS = 3;
/** What the rows may cost by the narrower ones, as a share of the cost by those of full width. */
const MAX_COST_SHARE = 0.9;
/** Fields that are of a kind, as numbers and links are, hold the others in their places. */
const MIN_ANCHORS = 2;

/**
 * The profiles of a table whose rows of full width are not to be believed: an unquoted text has the delimiter in it,
 * and empty fields at the end are left out, so that rows have as many fields as there are columns by chance. Narrower
 * rows tell the columns then, where all rows lie better in them so, and no column loses its kind. Undefined where the
 * rows of full width are right.
 */
export function findNarrowProfiles(
  body: readonly Row[],
  full: readonly ColumnProfile[],
  {text, dialect}: {readonly text: string; readonly dialect: RowDialect}
): readonly ColumnProfile[] | undefined {
  const width = full.length;
  if (!body.some(({fields}) => fields.length > width)) return undefined;
  const usual = findUsualRows(body.filter(({fields}) => fields.length <= width));
  if (usual.length < MIN_ROWS || usual[0]!.fields.length === width) return undefined;
  const narrow = profileColumns(
    usual.map(({fields}) => fields),
    width
  );
  if (countTyped(narrow) < Math.max(MIN_ANCHORS, countTyped(full))) return undefined;
  const step = Math.ceil(body.length / MAX_TRIED);
  const lines = body.filter((_, i) => i % step === 0).map((row) => toLine(row, text));
  const cost = (profiles: readonly ColumnProfile[]): number =>
    lines.reduce((sum, line) => {
      const tokens = splitLine(line, dialect);
      return sum + (tokens ? alignTokens(tokens, profiles, dialect.delimiter)!.cost : 0);
    }, 0);
  const used = narrow.slice(0, usual[0]!.fields.length);
  return cost(used) < cost(full) * MAX_COST_SHARE ? narrow : undefined;
}

/** The rows of the width that most have. */
function findUsualRows(rows: readonly Row[]): readonly Row[] {
  const groups = groupBy(rows, ({fields}) => fields.length);
  return [...groups.values()].reduce<readonly Row[]>(
    (most, group) => (group.length > most.length ? group : most),
    []
  );
}

function countTyped(profiles: readonly ColumnProfile[]): number {
  return profiles.filter(({kind}) => kind !== undefined).length;
}
