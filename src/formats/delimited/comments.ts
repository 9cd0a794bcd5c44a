import type {Dialect} from "../../model/delimited.ts";
import {parseRows} from "./rows.ts";

const MARKS = ["#", "%", "//"];

/**
 * What begins the lines that are no rows, where such lines stand among the rows and do not look like them. Before the
 * header they are lines to skip, as any others.
 */
export function findComment(sample: string, dialect: Dialect): string {
  for (const comment of MARKS) {
    if (comment === dialect.delimiter || !hasLine(sample, comment)) continue;
    const rows = parseRows(sample, {...dialect, comment: ""}).filter(
      ({fields}) => fields.length > 1 || fields[0] !== ""
    );
    const isComment = rows.map(({fields}) => fields[0]!.startsWith(comment));
    const first = isComment.indexOf(false);
    const widths = new Set(rows.filter((_, i) => !isComment[i]).map(({fields}) => fields.length));
    const stray = rows.filter((_, i) => isComment[i] && i > first);
    if (first < 0 || stray.length === 0) continue;
    if (stray.every(({fields}) => !widths.has(fields.length))) return comment;
  }
  return "";
}

function hasLine(sample: string, mark: string): boolean {
  return sample.startsWith(mark) || sample.includes(`\n${mark}`) || sample.includes(`\r${mark}`);
}
