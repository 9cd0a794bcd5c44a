/** The keys of the tables that all training files share. */
export const TRAINING_KEYS = {
  activities: ["activity_id"],
  laps: ["activity_id", "lap"],
  records: ["activity_id", "time", "time_index"]
} as const;
