import {toDay, toEpoch} from "./calendar.ts";

/** The night that a freezer failed: it shows in the sensor readings, the messages and the meeting notes. */
export const INCIDENT = {
  freezer: "FRZ-03",
  refuge: "FRZ-05",
  racks: 14,
  /** The compressor stops. */
  fails: toEpoch(toDay("2025-03-14"), 21 * 60 + 40),
  /** The last rack is out. */
  emptied: toEpoch(toDay("2025-03-15"), 3 * 60 + 30),
  /** A technician starts the new compressor. */
  repaired: toEpoch(toDay("2025-03-18"), 11 * 60)
};
