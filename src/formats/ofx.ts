import {decodeText} from "../lib/text-encoding.ts";
import type {Format} from "../model/format.ts";
import type {OfxElement} from "./ofx-tree.ts";
import {findOfx, parseOfx} from "./ofx-tree.ts";
import {toTable} from "./records.ts";
import {refuse, toRefusal} from "./refusal.ts";

/** Open Financial Exchange, versions 1 and 2: its bookings as they are; the connector `ofx` makes statements of them. */
export const ofx: Format = {
  name: "ofx",
  extensions: ["ofx", "qfx"],
  read(bytes, {path}) {
    try {
      const {text, encoding} = decodeText(bytes);
      const bookings = findOfx(parseOfx(text), "STMTTRN").map(toRecord);
      if (bookings.length === 0) return refuse(path, "no booking (STMTTRN) in it");
      const table = toTable("", bookings, {readsText: true});
      return {tables: [table], problems: [], details: {encoding}};
    } catch (error) {
      return refuse(path, toRefusal(error));
    }
  }
};

function toRecord({children}: OfxElement): Record<string, unknown> {
  const record: Record<string, unknown> = {};
  for (const child of children)
    record[child.name] = child.children.length > 0 ? toRecord(child) : child.text.trim();
  return record;
}
