import type {EvalTask} from "./task.ts";

const MEGABYTE = 1e6;

/** What a model takes on disk: all files of its folder. */
export const sizeTask: EvalTask = {
  name: "size",
  *run({models}) {
    for (const {name, bytes, embedder} of models) {
      if (bytes !== undefined)
        yield {
          model: name,
          collection: "on disk",
          measure: "MB",
          value: bytes / MEGABYTE,
          count: 1
        };
      if (embedder)
        yield {
          model: name,
          collection: "vector",
          measure: "dimensions",
          value: embedder.dimensions,
          count: 1
        };
    }
  }
};
