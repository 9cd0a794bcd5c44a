import type {Format} from "../model/format.ts";
import {toMailTable} from "./mail-table.ts";
import {refuse, toRefusal} from "./refusal.ts";

/** One message (RFC 5322) as it is; the connector `mail` decodes it. */
export const eml: Format = {
  name: "eml",
  extensions: ["eml", "emlx"],
  read(bytes, {path}) {
    try {
      if (bytes.length === 0) return refuse(path, "empty file");
      const message = {offset: 0, separator: "", bytes, size: bytes.length};
      return {tables: [toMailTable([message])], problems: []};
    } catch (error) {
      return refuse(path, toRefusal(error));
    }
  }
};
