import type {EvalTask} from "./task.ts";

/** The tasks, loaded when they run. */
export const TASKS: Readonly<Record<string, () => Promise<EvalTask>>> = {
  size: async () => (await import("./size.ts")).sizeTask,
  sts: async () => (await import("./sts.ts")).stsTask,
  classes: async () => (await import("./classes.ts")).classesTask,
  search: async () => (await import("./search.ts")).searchTask,
  topics: async () => (await import("./topics.ts")).topicsTask,
  dedupe: async () => (await import("./dedupe.ts")).dedupeTask
};
