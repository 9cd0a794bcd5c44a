import {XMLParser} from "fast-xml-parser";
import {SaxesParser} from "saxes";
import {tcx} from "../../src/formats/tcx.ts";
import type {BenchCase} from "./case.ts";
import {median} from "./case.ts";
import {toRideTcx} from "./training-files.ts";

const ROUNDS = 9;

/**
 * A ride of 12,000 trackpoints: to tables, against the library that parses it with handlers that do nothing, and
 * against fast-xml-parser to objects.
 */
export const tcxBench: BenchCase = {
  name: "tcx",
  async run() {
    const bytes = toRideTcx();
    const ours: number[] = [];
    const saxes: number[] = [];
    const objects: number[] = [];
    for (let round = 0; round <= ROUNDS; ++round) {
      ours.push(
        await time(async () => {
          const {tables} = await tcx.read!(bytes, {path: "ride.tcx"});
          if (tables.length < 3) throw new Error("ride not read");
        })
      );
      saxes.push(await time(() => parseOnly(bytes)));
      objects.push(
        await time(() => void new XMLParser({ignoreAttributes: false}).parse(decode(bytes)))
      );
    }
    // the first round warms all of them up
    const own = median(ours.slice(1));
    const what = "a TCX file of 12,000 trackpoints to tables";
    return [
      {
        what: `${what}, against saxes alone`,
        ours: own,
        peer: median(saxes.slice(1)),
        unit: "ms",
        goal: 1.2
      },
      {
        what: `${what}, against fast-xml-parser to objects`,
        ours: own,
        peer: median(objects.slice(1)),
        unit: "ms",
        goal: 1.2
      }
    ];
  }
};

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
