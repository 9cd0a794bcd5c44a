import {decodeText} from "../lib/text-encoding.ts";
import type {Format} from "../model/format.ts";
import {toContentTable} from "./content-table.ts";
import {refuse, toRefusal} from "./refusal.ts";
import {parseCards} from "./vcard-lines.ts";

/** vCard (RFC 2426, RFC 6350 and 2.1) line by line; the connector `vcard` makes contacts of it. */
export const vcf: Format = {
  name: "vcf",
  extensions: ["vcf", "vcard"],
  read(bytes, {path}) {
    try {
      const {text, encoding} = decodeText(bytes);
      const {roots, problems} = parseCards(text);
      const told = problems.map((problem) => ({file: path, ...problem}));
      if (roots.length === 0) return {...refuse(path, "no card in it"), details: {encoding}};
      return {tables: [toContentTable(roots)], problems: told, details: {encoding}};
    } catch (error) {
      return refuse(path, toRefusal(error));
    }
  }
};
