import {toByteSource} from "../../model/bytes.ts";
import type {ReadContext} from "../../model/format.ts";
import type {Problem} from "../../model/problem.ts";
import type {DataTable, Reading} from "../../model/table.ts";
import {refuse, toRefusal} from "../refusal.ts";
import {decodeXml} from "../xml-decode.ts";
import type {XmlHandler} from "../xml-walk.ts";
import {XmlError, createXmlWalker} from "../xml-walk.ts";
import type {TrackActivity} from "./activity.ts";
import type {RoutePoint} from "./routes.ts";
import {toRouteTable} from "./routes.ts";
import {toTrainingTables} from "./tables.ts";

/** What a reader of TCX or GPX fills while it hears of a document's parts. */
export interface TrackDocument {
  readonly handler: XmlHandler;
  readonly activities: TrackActivity[];
  /** Points of courses and routes: planned, and not done. */
  readonly route: RoutePoint[];
}

/** Reads a document of activities; `others` gives further tables once all has been read. Of one that breaks off it gives what stands before, with the place in a problem. */
export async function readTrackXml(
  bytes: Uint8Array,
  {path, parse, signal}: ReadContext,
  format: string,
  document: TrackDocument,
  others: () => readonly DataTable[] = () => []
): Promise<Reading> {
  const problems: Problem[] = [];
  let encoding = "";
  try {
    const text = decodeXml(toByteSource(path, bytes).stream(), parse?.encoding);
    const walker = createXmlWalker(document.handler);
    try {
      // the parser is faster over one long text than over its pieces, and these files are small
      let whole = "";
      for await (const piece of text.pieces) whole += piece;
      signal?.throwIfAborted();
      walker.write(whole);
      walker.end();
    } catch (error) {
      if (!(error instanceof XmlError)) throw error;
      const {activities, route} = document;
      if (!activities.some(({records}) => records.length > 0) && route.length === 0)
        return refuse(path, `no XML: ${error.message}`, error.where);
      const what = `broken off, what stands before is read: ${error.message}`;
      problems.push({file: path, where: error.where, what});
    }
    encoding = text.encoding();
  } catch (error) {
    signal?.throwIfAborted();
    return refuse(path, toRefusal(error));
  }
  const {activities, route} = document;
  const training = activities.length > 0 ? await toTrainingTables(activities, format) : null;
  const tables = [
    ...(training?.tables ?? []),
    ...(route.length > 0 ? [toRouteTable(route)] : []),
    ...others()
  ];
  if (tables.length === 0) return refuse(path, `no activity in it: a ${format} file without any`);
  return {
    tables,
    problems,
    details: {encoding, activities: training?.ids ?? []}
  };
}
