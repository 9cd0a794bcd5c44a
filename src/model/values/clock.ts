/** A time of day as people write it (`18:30`, `6:30 pm`, `7 am`) as `HH:MM` or `HH:MM:SS`; undefined where it is none. */
export function readClock(text: string): string | undefined {
  const [, hour, minute = "00", second, half] =
    /^(\d{1,2})(?::(\d\d)(?::(\d\d)(?:\.\d+)?)?)?\s*([ap])?\.?(?:m\.?)?$/i.exec(text.trim()) ?? [];
  if (hour === undefined || (half === undefined && !text.includes(":"))) return undefined;
  if (half !== undefined && (Number(hour) < 1 || Number(hour) > 12)) return undefined;
  const isAfternoon = half?.toLowerCase() === "p";
  const hours = half === undefined ? Number(hour) : (Number(hour) % 12) + (isAfternoon ? 12 : 0);
  const clock = [String(hours).padStart(2, "0"), minute, ...(second ? [second] : [])].join(":");
  return isClock(clock) ? clock : undefined;
}

/** Whether a value is a time of day, such as `18:30` or `18:30:15`. */
export function isClock(value: unknown): value is string {
  return typeof value === "string" && /^([01]\d|2[0-3]):[0-5]\d(:[0-5]\d)?$/.test(value);
}
