import type {MatchFindings, MatchJob} from "../model/match-job.ts";
import type {Connection} from "./connection.ts";

/** Searches for duplicates, and what each found last. All of it can be made anew: no part of the history. */
export interface MatchJobs {
  /** The last one worked on first. */
  list(): Promise<MatchJob[]>;
  get(id: string): Promise<MatchJob | undefined>;
  findings(id: string): Promise<MatchFindings | undefined>;
  /** Keeps a job, and with it what it found. */
  put(job: MatchJob, findings?: MatchFindings): Promise<void>;
  /** Forgets a job and what it found; decisions stay in the ledger. */
  remove(id: string): Promise<void>;
}

export function createMatchJobs(connection: Connection): MatchJobs {
  return {
    list: () =>
      connection.run(async (db) => {
        const jobs = await db.matchJobs.toArray();
        return jobs.sort((a, b) => b.updated - a.updated || (a.id < b.id ? -1 : 1));
      }),

    get: (id) => connection.run((db) => db.matchJobs.get(id)),

    findings: (id) => connection.run((db) => db.matchFindings.get(id)),

    put: (job, findings) =>
      connection.run((db) =>
        db.transaction("rw", db.matchJobs, db.matchFindings, async () => {
          await db.matchJobs.put(job);
          if (findings) await db.matchFindings.put(findings);
        })
      ),

    remove: (id) =>
      connection.run((db) =>
        db.transaction("rw", db.matchJobs, db.matchFindings, async () => {
          await db.matchJobs.delete(id);
          await db.matchFindings.delete(id);
        })
      )
  };
}
