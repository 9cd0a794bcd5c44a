import type {Dialect} from "../../model/delimited.ts";
import {parseRows} from "./rows.ts";

const MARKS = ["#", "%", "//"];
/** Where more lines begin so, it is what their first fields begin with. */
const MAX_SHARE = 0.3;

/**
 * What begins the lines that are no rows, where a few such lines stand among the rows. Before the header they are lines
 * to skip, as any others.
 */
export function findComment(sample: string, dialect: Dialect): string {
  for (const comment of MARKS) {
    if (comment === dialect.delimiter || !hasLine(sample, comment)) continue;
    const rows = parseRows(sample, {...dialect, comment: ""}).filter(
      ({fields}) => fields.length > 1 || fields[0] !== ""
    );
    const isComment = rows.map(({fields}) => fields[0]!.startsWith(comment));
    const first = isComment.indexOf(false);
    const stray = isComment.filter((is, i) => is && i > first).length;
    if (first >= 0 && stray > 0 && stray < rows.length * MAX_SHARE) return comment;
  }
  return "";
}

function hasLine(sample: string, mark: string): boolean {
  return sample.startsWith(mark) || sample.includes(`\n${mark}`) || sample.includes(`\r${mark}`);
}
