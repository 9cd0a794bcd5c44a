import {decodeText} from "../lib/text-encoding.ts";
import type {Format} from "../model/format.ts";
import {toTable} from "./records.ts";
import {parseQif} from "./qif-records.ts";
import {refuse, toRefusal} from "./refusal.ts";

/** Quicken Interchange Format: its records by their letters; the connector `qif` makes statements of them. */
export const qif: Format = {
  name: "qif",
  extensions: ["qif"],
  read(bytes, {path}) {
    try {
      const {text, encoding} = decodeText(bytes);
      const records = parseQif(text).map(({type, account, fields}) => ({
        type,
        account,
        ...Object.fromEntries([...fields].map(([letter, values]) => [letter, values.join("\n")]))
      }));
      if (records.length === 0) return refuse(path, "no record in it");
      return {tables: [toTable("", records)], problems: [], details: {encoding}};
    } catch (error) {
      return refuse(path, toRefusal(error));
    }
  }
};
