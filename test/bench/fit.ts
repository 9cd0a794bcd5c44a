import FitParser from "fit-file-parser";
import {fit} from "../../src/formats/fit.ts";
import type {BenchCase} from "./case.ts";
import {toRideFit} from "./training-files.ts";

const ROUNDS = 30;

/** A ride of 12,000 records: to tables, against fit-file-parser to its own messages. */
export const fitBench: BenchCase = {
  name: "fit",
  async run() {
    const bytes = toRideFit();
    const ours: number[] = [];
    const peer: number[] = [];
    for (let round = 0; round <= ROUNDS; ++round) {
      let start = performance.now();
      const {tables} = await fit.read!(bytes, {path: "ride.fit"});
      if (tables.length < 3) throw new Error("ride not read");
      ours.push(performance.now() - start);
      start = performance.now();
      await new FitParser({force: false, mode: "list"}).parseAsync(new Uint8Array(bytes).buffer);
      peer.push(performance.now() - start);
    }
    // the first round warms both up
    return [
      {
        what: "a FIT file of 12,000 records to tables, against the library alone",
        // the quickest of each: whatever else the machine does only adds
        ours: Math.min(...ours.slice(1)),
        peer: Math.min(...peer.slice(1)),
        unit: "ms",
        goal: 1.2
      }
    ];
  }
};
