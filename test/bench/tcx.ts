import {XMLParser} from "fast-xml-parser";
import {SaxesParser} from "saxes";
import {tcx} from "../../src/formats/tcx.ts";
import type {BenchCase} from "./case.ts";
import {median} from "./case.ts";
import {toRideTcx} from "./training-files.ts";

const ROUNDS = 9;

/** A ride of 12,000 trackpoints to typed tables, against the library that parses it, and against another one. */
export const tcxBench: BenchCase = {
  name: "tcx",
  async run() {
    const bytes = toRideTcx();
    const times = {
      ours: [] as number[],
      saxes: [] as number[],
      bare: [] as number[],
      fast: [] as number[]
    };
    for (let round = 0; round <= ROUNDS; ++round) {
      times.ours.push(
        await time(async () => {
          const {tables} = await tcx.read!(bytes, {path: "ride.tcx"});
          if (tables.length < 3) throw new Error("ride not read");
        })
      );
      times.saxes.push(await time(() => parseToObjects(bytes)));
      times.bare.push(await time(() => parseOnly(bytes)));
      times.fast.push(
        await time(() => void new XMLParser({ignoreAttributes: false}).parse(decode(bytes)))
      );
    }
    // the first round warms all of them up
    const [ours, saxes, bare, fast] = [times.ours, times.saxes, times.bare, times.fast].map((all) =>
      median(all.slice(1))
    ) as [number, number, number, number];
    const what = "a TCX file of 12,000 trackpoints to typed tables";
    return [
      {what: `${what}, saxes to objects of texts`, ours, peer: saxes, unit: "ms", goal: 1.2},
      {what: `${what}, fast-xml-parser to objects`, ours, peer: fast, unit: "ms", goal: 1.2},
      {what: `${what}, saxes that keeps nothing`, ours, peer: bare, unit: "ms", goal: 2}
    ];
  }
};

/** What anybody would do with the library: elements as objects of their children's texts. */
function parseToObjects(bytes: Uint8Array): void {
  const points: Record<string, string>[] = [];
  let point: Record<string, string> = {};
  let text = "";
  const parser = new SaxesParser();
  parser.on("opentag", ({name}) => {
    text = "";
    if (name === "Trackpoint") point = {};
  });
  parser.on("text", (part) => void (text += part));
  parser.on("closetag", ({name}) => {
    if (name === "Trackpoint") points.push(point);
    else point[name] = text;
  });
  parser.write(decode(bytes)).close();
  if (points.length === 0) throw new Error("nothing parsed");
}

function parseOnly(bytes: Uint8Array): void {
  let count = 0;
  const parser = new SaxesParser();
  parser.on("opentag", () => void ++count);
  parser.on("text", () => void ++count);
  parser.on("closetag", () => void ++count);
  parser.write(decode(bytes)).close();
  if (count === 0) throw new Error("nothing parsed");
}

function decode(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes);
}

async function time(work: () => void | Promise<void>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}
