import {decodeText, detectEncoding, isUtf8, toLegacyEncoding} from "../lib/text-encoding.ts";
import type {TextEncoding} from "../lib/text-encoding.ts";
import type {ByteSource} from "../model/bytes.ts";
import type {DelimitedPlan, PlanDelimited} from "../model/delimited.ts";
import type {ParseOptions} from "../model/parse-options.ts";
import type {CsvFile} from "./csv-source.ts";
import {CsvSource} from "./csv-source.ts";
import type {Engine} from "./engine.ts";
import type {Origin} from "./source.ts";

/** Up to this size a text is looked at as a whole for its encoding. */
const WHOLE_BYTES = 1 << 24;
/** How much of the beginning a plan is made of, and of places farther down. */
const HEAD_BYTES = 1 << 18;
const PIECE_BYTES = 1 << 16;

/** What reading a delimited text by the engine takes besides the engine. */
export interface DelimitedContext {
  readonly origin: Origin;
  readonly plan: PlanDelimited;
  readonly parse?: ParseOptions;
  /** A path by which SQL reads the file, as it is, or anew in UTF-8. */
  readonly mount: (from: TextEncoding) => Promise<string>;
  readonly reread: CsvFile["reread"];
  /** Whether the engine has to read it, however odd it is. */
  readonly force: boolean;
}

/** A delimited text as a source that the engine reads; undefined where it is too odd for the engine. */
export async function openDelimited(
  engine: Engine,
  source: ByteSource,
  {origin, plan, parse, mount, reread, force}: DelimitedContext
): Promise<CsvSource | undefined> {
  const toFile = async (
    encoding: TextEncoding
  ): Promise<{encoding: TextEncoding; path: string; plan: DelimitedPlan} | undefined> => {
    const made = await makePlan(source, {plan, parse, encoding});
    return made && (made.isRegular || force)
      ? {encoding, path: await mount(encoding), plan: made}
      : undefined;
  };
  const encoding = parse?.encoding ?? (await findEncoding(source));
  const file = await toFile(encoding);
  if (!file) return undefined;
  const recode = (): ReturnType<typeof toFile> =>
    encoding === "utf-8" ? toFile("windows-1252") : Promise.resolve(undefined);
  return new CsvSource(engine, {...file, origin, recode, reread});
}

async function makePlan(
  source: ByteSource,
  {plan, parse, encoding}: {plan: PlanDelimited; parse?: ParseOptions; encoding: TextEncoding}
): Promise<DelimitedPlan | undefined> {
  const {size} = source;
  const cut = async (start: number, end: number): Promise<string> =>
    decodeText(await source.slice(start, Math.min(size, end)), encoding).text;
  const head = await cut(0, HEAD_BYTES);
  const isWhole = size <= HEAD_BYTES;
  // even places, so that UTF-16 stays whole
  const places = isWhole
    ? []
    : [Math.floor(size / 4) * 2, Math.floor((size - PIECE_BYTES) / 2) * 2];
  const pieces = places.filter((place) => place >= HEAD_BYTES);
  const more = await Promise.all(pieces.map((place) => cut(place, place + PIECE_BYTES)));
  return plan(head, {isWhole, more, parse});
}

async function findEncoding(source: ByteSource): Promise<TextEncoding> {
  const head = await source.slice(0, HEAD_BYTES);
  const known = detectEncoding(head);
  if (known !== undefined) return known;
  const isAll = source.size <= WHOLE_BYTES;
  const bytes = isAll ? await source.slice(0, source.size) : toWholeCharacters(head);
  return isUtf8(bytes) ? "utf-8" : toLegacyEncoding(bytes);
}

/** Up to the last byte of ASCII, so that no character is cut. */
function toWholeCharacters(head: Uint8Array): Uint8Array {
  return head.subarray(0, head.findLastIndex((byte) => byte < 0x80) + 1);
}
