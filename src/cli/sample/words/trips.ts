import {listOf} from "./list.ts";

/** Journeys of the household; expenses, notes and `travel/trips.csv` tell of the same ones. */
export interface Trip {
  city: string;
  country: string;
  start: string;
  nights: number;
  purpose: "holiday" | "work" | "family" | "weekend";
  mode: "plane" | "car" | "train" | "bike";
  km: number;
  currency: "USD" | "EUR" | "CAD" | "GBP" | "JPY";
  rating: number;
  note: string;
}

const TABLE = `
  Cannon Bay | USA | 2023-02-18 | 2 | weekend | car | 260 | USD | 4 | Storm watching; the beach house had no heating in the hall
  Vancouver | Canada | 2023-04-03 | 4 | family | train | 1010 | CAD | 5 | Cherry trees; Erik's old flat
  Boston | USA | 2023-05-22 | 3 | work | plane | 8200 | USD | 3 | Sample storage workshop
  Crater Lake | USA | 2023-07-08 | 5 | holiday | car | 720 | USD | 5 | Tent, snow patches in July, Theo's first hike of 8 km
  Copenhagen | Denmark | 2023-08-12 | 9 | holiday | plane | 15600 | EUR | 5 | Cargo bikes; harbor baths every day
  Stonewater | USA | 2023-10-14 | 1 | weekend | car | 330 | USD | 3 | Pumpkin farm; rain
  San Diego | USA | 2023-11-06 | 4 | work | plane | 2950 | USD | 3 | Autumn meeting, poster 118
  Bend | USA | 2023-12-28 | 3 | family | car | 410 | USD | 4 | Snow; everybody skied, nobody broke
  Seattle | USA | 2024-02-17 | 2 | weekend | train | 610 | USD | 4 | Aquarium, ferry, Erik's housewarming
  Kyoto | Japan | 2024-03-28 | 11 | holiday | plane | 16400 | JPY | 5 | Cherry blossom a week early; cash only in the market
  Denver | USA | 2024-05-13 | 3 | work | plane | 3200 | USD | 2 | Freezer monitoring course; altitude headache
  Wallowa Lake | USA | 2024-06-29 | 6 | holiday | car | 980 | USD | 5 | Gondola, deer in the camp, cold swims
  Columbia Gorge | USA | 2024-08-17 | 2 | weekend | bike | 185 | USD | 4 | With Owen; headwind both ways
  Edinburgh | United Kingdom | 2024-09-07 | 6 | work | plane | 15200 | GBP | 4 | Conference; climbed the hill at sunrise
  Victoria | Canada | 2024-10-11 | 3 | family | car | 760 | CAD | 4 | Mom's seventieth
  Mount Hood | USA | 2024-12-27 | 4 | holiday | car | 240 | USD | 4 | Cabin; sledges; the stove smoked
  Newport | USA | 2025-02-15 | 2 | weekend | car | 290 | USD | 3 | Sea lions louder than the kids
  Chicago | USA | 2025-04-14 | 3 | work | plane | 5600 | USD | 3 | Talk on the freezer cohort
  Ashland | USA | 2025-05-24 | 2 | weekend | car | 560 | USD | 5 | Theatre without children
  Lisbon | Portugal | 2025-07-12 | 12 | holiday | plane | 17300 | EUR | 5 | Sofia's aunt's flat; trams; custard tarts; too hot for the castle
  Olympic Peninsula | USA | 2025-08-22 | 4 | holiday | car | 900 | USD | 4 | Moss, banana slugs, one leaking tent
  Portland | USA | 2025-09-26 | 1 | weekend | train | 160 | USD | 4 | Concert with Tom; last train missed
  Toronto | Canada | 2025-10-20 | 4 | work | plane | 6800 | CAD | 4 | Reviewer panel
  Bend | USA | 2025-12-27 | 4 | family | car | 410 | USD | 5 | First snow for baby Juni`;

export const TRIPS: readonly Trip[] = TABLE.trim().split("\n").map(toTrip);

function toTrip(line: string): Trip {
  const [city, country, start, nights, purpose, mode, km, currency, rating, note] = listOf(line);
  return {
    city: city!,
    country: country!,
    start: start!,
    nights: Number(nights),
    purpose: purpose as Trip["purpose"],
    mode: mode as Trip["mode"],
    km: Number(km),
    currency: currency as Trip["currency"],
    rating: Number(rating),
    note: note!
  };
}
