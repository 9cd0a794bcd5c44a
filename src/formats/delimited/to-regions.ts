import {profileColumns} from "./column-profile.ts";
import {findFooter} from "./find-footer.ts";
import {findHeader} from "./find-header.ts";
import type {Region, RegionContext} from "./region.ts";
import {isRepeated} from "./repeated-header.ts";
import type {Row} from "./rows.ts";
import {findWidth, profileBody} from "./table-width.ts";

/** A header that comes again so often is the head of a page. */
const MIN_PAGES = 4;

/** The region of a block, or several where its header comes again. */
export function toRegions(
  rows: readonly Row[],
  preamble: readonly Row[],
  context: RegionContext
): Region[] {
  const region = toRegion(rows, preamble, context);
  if (!region) return [];
  const [names] = region.names;
  if (!names || context.parse.header !== undefined) return [region];
  const repeats = region.body.flatMap((row, i) => (isRepeated(row, {fields: names}) ? [i] : []));
  if (repeats.length === 0) return [region];
  if (repeats.length >= MIN_PAGES)
    return [{...region, body: region.body.filter((_, i) => !repeats.includes(i))}];
  const [at] = repeats;
  const rest = [...region.body.slice(at), ...region.footer];
  return [
    toRegion(rows.slice(0, rows.indexOf(region.body[at!]!)), preamble, context)!,
    ...toRegions(rest, [], context)
  ];
}

function toRegion(
  rows: readonly Row[],
  preamble: readonly Row[],
  context: RegionContext
): Region | undefined {
  if (rows.length === 0) return undefined;
  const {parse} = context;
  const width = findWidth(rows, context.dialect.delimiter);
  const profiles = profileBody(rows, width);
  const {start, names, bodyAt} =
    parse.header === undefined
      ? findHeader(rows, profiles, context)
      : {
          start: 0,
          names: rows.slice(0, parse.header).map(({fields}) => fields),
          bodyAt: parse.header
        };
  const below = rows.slice(bodyAt);
  const footerAt =
    parse.footer === undefined
      ? findFooter(below, profiles, context)
      : Math.max(0, below.length - parse.footer);
  const most = Math.max(0, ...names.map((line) => toUsedLength(line)));
  const wider = Math.max(width, names.length > 0 && most <= width * 2 ? most : 0);
  const isTrailing =
    names.length > 0 &&
    names.every((line) => line.length < width) &&
    profiles.slice(most).every(({emptyShare}) => emptyShare === 1);
  if (isTrailing && most > 0 && most < width) {
    return {
      width: most,
      preamble: [...preamble, ...rows.slice(0, start)],
      names,
      firstLine: rows[start]?.line ?? 1,
      body: below.slice(0, footerAt),
      footer: below.slice(footerAt),
      profiles: profiles.slice(0, most)
    };
  }
  return {
    width: wider,
    preamble: [...preamble, ...rows.slice(0, start)],
    names,
    firstLine: rows[start]?.line ?? 1,
    body: below.slice(0, footerAt),
    footer: below.slice(footerAt),
    profiles: wider > width ? [...profiles, ...profileColumns([[]], wider - width)] : profiles
  };
}

function toUsedLength(fields: readonly string[]): number {
  return fields.findLastIndex((field) => field.trim() !== "") + 1;
}
