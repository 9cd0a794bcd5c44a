import {hashText} from "../../lib/text-hash.ts";
import type {TrackActivity} from "./activity.ts";

/**
 * The name of an activity, made of its content alone: the second in UTC in which it began, which the watch writes into
 * a FIT, a TCX and a GPX file alike, so that the same activity in two formats has one name. Where no time is known, it
 * is a hash of the records.
 */
export async function toActivityId({start, records, name}: TrackActivity): Promise<string> {
  if (start !== null) return `${new Date(start).toISOString().slice(0, 19)}Z`;
  return `untimed-${(await hashText(JSON.stringify([name, records]))).slice(0, 16)}`;
}
