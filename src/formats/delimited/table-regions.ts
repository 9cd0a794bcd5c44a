import type {ParseOptions} from "../../model/parse-options.ts";
import type {Region} from "./region.ts";
import type {RowDialect} from "./repair-row.ts";
import type {Row} from "./rows.ts";
import {isBlank} from "./rows.ts";
import {continues, findHollow, findMain, isTable, toBlocks} from "./table-blocks.ts";
import {toRegions} from "./to-regions.ts";

/** The tables of a text, in their order. */
export function findRegions(
  text: string,
  rows: readonly Row[],
  dialect: RowDialect,
  parse: ParseOptions = {}
): Region[] {
  const context = {text, dialect, parse};
  if (parse.header !== undefined || parse.skip !== undefined)
    return toRegions(
      rows.filter((row) => !isBlank(row)),
      [],
      context
    );
  const blocks = toBlocks(rows);
  if (blocks.length === 0) return [];
  const main = findMain(blocks);
  const regions: Region[] = [];
  let pending: Row[] = [];
  let current: Row[] = [];
  let currentPreamble: Row[] = [];
  const finish = (): void => {
    if (current.length > 0) regions.push(...toRegions(current, currentPreamble, context));
    current = [];
  };
  blocks.forEach((block, i) => {
    if (current.length > 0 && continues(current, block, dialect)) {
      const hollow = pending.length > 0 ? [] : findHollow(rows, current.at(-1)!, block[0]!);
      current.push(...pending, ...hollow, ...block);
      pending = [];
    } else if (i === main || isTable(block, context)) {
      finish();
      currentPreamble = pending;
      pending = [];
      current = [...block];
    } else pending.push(...block);
  });
  finish();
  const last = regions.at(-1);
  if (last && pending.length > 0)
    regions[regions.length - 1] = {...last, footer: [...last.footer, ...pending]};
  return regions;
}
