import type {Random} from "../../lib/random.ts";
import {listDays, monthOf, toIsoDate} from "./calendar.ts";
import {toCsv} from "./csv.ts";
import {toLatin1File, type SampleFile} from "./file.ts";
import {listOf} from "./words/list.ts";
import {PLANTS} from "./words/plants.ts";

const PLANTING_MONTHS = [3, 4, 5, 6, 9, 10];
const PLANTED = listDays("2023-03-15", "2025-06-10").filter((day) =>
  PLANTING_MONTHS.includes(monthOf(day))
);

/** The plants of the garden, in Latin-1 with Windows line ends, as an old garden program saves them. */
export function garden(random: Random): SampleFile[] {
  const dates = random.fork("garden");
  const rows = PLANTS.trim()
    .split("\n")
    .map((line) => {
      const [plant, variety, origin, bed, height, remark] = listOf(line);
      return {
        plant: plant!,
        variety: variety!,
        origin: origin!,
        bed: bed!,
        planted: toIsoDate(dates.pick(PLANTED)),
        height_cm: Number(height),
        remark: remark === "-" ? null : remark!
      };
    });
  return [toLatin1File("garden/plants.csv", toCsv(rows, {newline: "\r\n"}))];
}
