/** Units as names carry them at their end, and as people write them. */
const UNITS: Readonly<Record<string, string>> = {
  eur: "EUR",
  usd: "USD",
  gbp: "GBP",
  chf: "CHF",
  pct: "%",
  percent: "%",
  ms: "ms",
  s: "s",
  sec: "s",
  seconds: "s",
  min: "min",
  minutes: "min",
  h: "h",
  hours: "h",
  days: "days",
  mm: "mm",
  cm: "cm",
  m: "m",
  km: "km",
  m2: "m²",
  g: "g",
  kg: "kg",
  ml: "ml",
  l: "l",
  c: "°C",
  bpm: "bpm",
  rpm: "rpm",
  kmh: "km/h",
  w: "W",
  kw: "kW",
  kwh: "kWh",
  kcal: "kcal",
  bytes: "bytes",
  kb: "kB",
  mb: "MB",
  gb: "GB"
};

/** The unit that a column's name ends in: `amount_eur` → "EUR"; undefined where it ends in none. */
export function toUnit(name: string): string | undefined {
  const [, unit] = /.[_ ]([a-z]+2?)$/i.exec(name) ?? [];
  return unit && UNITS[unit.toLowerCase()];
}

/** A column's name as an axis says it, with the unit that it carries: `heart_rate_bpm` → "heart rate (bpm)". */
export function toAxisLabel(name: string): string {
  const unit = toUnit(name);
  const words = (unit ? name.replace(/[_ ][a-z]+2?$/i, "") : name).replaceAll("_", " ").trim();
  return unit ? `${words} (${unit})` : words;
}

/** A text that begins with a capital. */
export function capitalize(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
