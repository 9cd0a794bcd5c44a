const DAY = /^(\d{4})-?(\d\d)-?(\d\d)(?:T|$)/;
const REVISION =
  /^(\d{4})-?(\d\d)-?(\d\d)(?:T(\d\d):?(\d\d):?(\d\d)(?:\.\d+)?(Z|[+-]\d\d(?::?\d\d)?)?)?$/;

/** A day such as `1996-04-15` or `19960415`; null where the year is unknown, or for what is no day. */
export function toDay(text: string | undefined): Date | null {
  const match = DAY.exec(text?.trim() ?? "");
  if (!match) return null;
  const [, year, month, day] = match;
  // Apple writes 1604 where a birthday has no year
  return year === "1604" ? null : toDate(`${year}-${month}-${day}T00:00:00Z`);
}

/** When a card was changed last; a time without a zone is taken as UTC, as the standard recommends. */
export function toRevision(text: string | undefined): Date | null {
  const match = REVISION.exec(text?.trim() ?? "");
  if (!match) return null;
  const [, year, month, day, hour = "00", minute = "00", second = "00", zone = "Z"] = match;
  const offset =
    zone === "Z" ? zone : `${zone.slice(0, 3)}:${zone.slice(3).replace(":", "") || "00"}`;
  return toDate(`${year}-${month}-${day}T${hour}:${minute}:${second}${offset}`);
}

function toDate(text: string): Date | null {
  const date = new Date(text);
  return Number.isNaN(date.getTime()) ? null : date;
}
