import {expect, onTestFinished, test} from "vitest";
import {formatDay, formatMoment} from "../../components/format-value.ts";

test.each(["America/Los_Angeles", "UTC", "Pacific/Auckland"])(
  "formatDay(time) gives the day that a column holds, in %s too; formatMoment(date) is local",
  (zone) => {
    const {TZ} = process.env;
    onTestFinished(() => {
      if (TZ === undefined) delete process.env.TZ;
      else process.env.TZ = TZ;
    });
    process.env.TZ = zone;
    const day = Date.UTC(2024, 1, 29);
    expect(formatDay(day)).toBe("2024-02-29");
    expect(formatDay(day + 86_399_999)).toBe("2024-02-29");
    expect(formatMoment(new Date(2024, 1, 29, 9, 5))).toBe("2024-02-29 09:05");
    expect(new Date(day).getTimezoneOffset() === 0).toBe(zone === "UTC");
  }
);
