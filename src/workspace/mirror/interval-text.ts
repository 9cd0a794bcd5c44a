const DURATION =
  /^([-+])?P(?=\d|T\d)(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T(?=\d)(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:\.\d{1,6})?)S)?)?$/;

/**
 * An ISO 8601 duration (`P1Y2M`, `PT1H30M`) as DuckDB writes an INTERVAL: `1 year 2 months`, `01:30:00`. A day is no
 * 24 hours and a month no 30 days, so they stand apart. Null where the text is no duration.
 */
export function toIntervalText(duration: string): string | null {
  const found = DURATION.exec(duration);
  if (!found) return null;
  const [, sign, ...texts] = found;
  const [years, months, weeks, days, hours, minutes, seconds] = texts.map((part) =>
    Number(part ?? 0)
  ) as [number, number, number, number, number, number, number];
  const minus = sign === "-" ? "-" : "";
  const allMonths = years * 12 + months;
  const micros = Math.round((hours * 3600 + minutes * 60 + seconds) * 1e6);
  const parts = [
    toPart(Math.floor(allMonths / 12), "year", minus),
    toPart(allMonths % 12, "month", minus),
    toPart(weeks * 7 + days, "day", minus),
    micros === 0 ? "" : minus + toClock(micros)
  ].filter((part) => part !== "");
  return parts.join(" ") || "00:00:00";
}

function toPart(count: number, unit: string, minus: string): string {
  return count === 0 ? "" : `${minus}${count} ${unit}${count === 1 && minus === "" ? "" : "s"}`;
}

function toClock(micros: number): string {
  const seconds = Math.floor(micros / 1e6);
  const clock = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60]
    .map((part) => String(part).padStart(2, "0"))
    .join(":");
  const fraction = micros % 1e6;
  return fraction === 0
    ? clock
    : `${clock}.${String(fraction).padStart(6, "0").replace(/0+$/, "")}`;
}
