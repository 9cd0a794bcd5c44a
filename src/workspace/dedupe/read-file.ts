import {readTexts} from "../../lake/read-texts.ts";
import type {TextColumn} from "../../lake/read-texts.ts";
import {openConnectors} from "../user-connectors.ts";

/** The one table of a file of any kind that Lakebook reads, each value as text. In Node only. */
export async function readFileTexts(path: string): Promise<TextColumn[]> {
  const {detect} = await openConnectors();
  return readTexts(path, detect);
}
