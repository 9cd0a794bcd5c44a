const UNITS: Readonly<Record<string, number>> = {h: 3600, m: 60, min: 60, s: 1};

/** The seconds of a duration such as `1h 5m`, `45min`, `1:05:00` or `3900`; null for any other text. */
export function toSeconds(text: string): number | null {
  const plain = text.trim().toLowerCase();
  if (/^\d+(?:\.\d+)?$/.test(plain)) return Number(plain);
  if (/^\d+(?::\d\d){1,2}$/.test(plain))
    return plain.split(":").reduce((total, part) => total * 60 + Number(part), 0);
  const parts = [...plain.matchAll(/(\d+)\s*(h|min|m|s)(?![a-z])/g)];
  if (parts.length === 0 || plain.replace(/(\d+)\s*(h|min|m|s)(?![a-z])/g, "").trim() !== "")
    return null;
  return parts.reduce((total, [, count, unit]) => total + Number(count) * UNITS[unit!]!, 0);
}
