/** What one of a unit is in the unit that tables use: kilograms, metres, kilocalories. Names as exports write them, in lower case. */
const KILOGRAMS: Readonly<Record<string, number>> = {
  kg: 1,
  kgs: 1,
  g: 0.001,
  lb: 0.45359237,
  lbs: 0.45359237,
  st: 6.35029318
};
const METRES: Readonly<Record<string, number>> = {
  m: 1,
  meters: 1,
  metres: 1,
  cm: 0.01,
  km: 1000,
  kilometers: 1000,
  mi: 1609.344,
  miles: 1609.344,
  mile: 1609.344,
  yd: 0.9144,
  yards: 0.9144,
  ft: 0.3048,
  feet: 0.3048
};
const KILOCALORIES: Readonly<Record<string, number>> = {
  kcal: 1,
  cal: 0.001,
  kj: 1 / 4.184,
  j: 1 / 4184
};
const PRECISION = 1e6;

/** A weight in kilograms, to the milligram; null where there is none or its unit is not known. */
export function toKilograms(weight: number | null, unit: string): number | null {
  return convert(weight, KILOGRAMS[toUnit(unit)]);
}

/** A length in metres, to the micrometre; null where there is none or its unit is not known. */
export function toMetres(length: number | null, unit: string): number | null {
  return convert(length, METRES[toUnit(unit)]);
}

/** An energy in kilocalories, which Apple calls `Cal`; null where there is none or its unit is not known. */
export function toKilocalories(energy: number | null, unit: string): number | null {
  return convert(energy, KILOCALORIES[unit === "Cal" ? "kcal" : toUnit(unit)]);
}

/** Some exports write a full stop behind a unit: `mi.` */
function toUnit(unit: string): string {
  return unit.toLowerCase().replace(/\.$/, "");
}

function convert(value: number | null, factor: number | undefined): number | null {
  return value === null || factor === undefined
    ? null
    : Math.round(value * factor * PRECISION) / PRECISION;
}
