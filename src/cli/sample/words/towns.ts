import {wordsOf} from "./list.ts";

/** A made-up town in a real state: the first three digits of its postcodes, and area codes of the state. */
export interface Town {
  city: string;
  state: string;
  postcode: string;
  areas: readonly string[];
}

export const TOWNS: readonly Town[] = [
  {city: "Alder Falls", state: "OR", postcode: "973", areas: ["503", "541", "971", "458"]},
  {city: "Millbrook Bay", state: "OR", postcode: "974", areas: ["541", "458"]},
  {city: "Cedar Landing", state: "WA", postcode: "983", areas: ["206", "253", "360", "425"]},
  {city: "Port Harlan", state: "WA", postcode: "985", areas: ["360", "564"]},
  {city: "Redfern", state: "CA", postcode: "954", areas: ["707", "530", "916"]},
  {city: "Costa Vieja", state: "CA", postcode: "930", areas: ["805", "820", "661"]},
  {city: "Juniper Mesa", state: "AZ", postcode: "863", areas: ["928", "520", "480"]},
  {city: "Stonewater", state: "CO", postcode: "805", areas: ["970", "720", "303"]},
  {city: "Elk Prairie", state: "MT", postcode: "597", areas: ["406"]},
  {city: "Larkspur Hill", state: "TX", postcode: "786", areas: ["512", "737", "830"]},
  {city: "Dry Creek", state: "TX", postcode: "793", areas: ["806", "325"]},
  {city: "Birch Haven", state: "MN", postcode: "558", areas: ["218", "320", "612"]},
  {city: "Quarry Lake", state: "WI", postcode: "537", areas: ["608", "920", "414"]},
  {city: "Harrow Point", state: "MI", postcode: "496", areas: ["231", "616", "906"]},
  {city: "Fairhollow", state: "OH", postcode: "430", areas: ["614", "740", "380"]},
  {city: "Maple Junction", state: "IL", postcode: "617", areas: ["309", "217", "815"]},
  {city: "Bluegrass Ferry", state: "KY", postcode: "405", areas: ["859", "502", "606"]},
  {city: "Magnolia Bend", state: "GA", postcode: "310", areas: ["478", "706", "912"]},
  {city: "Heron Key", state: "FL", postcode: "342", areas: ["941", "239", "863"]},
  {city: "Saltmarsh", state: "NC", postcode: "285", areas: ["252", "910", "919"]},
  {city: "Old Ferry", state: "VA", postcode: "229", areas: ["434", "540", "804"]},
  {city: "Pennwick", state: "PA", postcode: "178", areas: ["570", "717", "814"]},
  {city: "Kettle Hollow", state: "NY", postcode: "128", areas: ["518", "607", "845"]},
  {city: "Ashford Mills", state: "MA", postcode: "013", areas: ["413", "508", "978"]},
  {city: "Whitecap Harbor", state: "ME", postcode: "048", areas: ["207"]}
];

export const STREETS = wordsOf(`
  Alder Ash Aspen Beech Birch Cedar Cherry Chestnut Cypress Elm Fir Hawthorn Hazel Hickory Juniper Larch Laurel Linden
  Magnolia Maple Oak Orchard Pine Poplar Spruce Sycamore Walnut Willow Bridge Canal Chapel Church Depot Ferry Foundry
  Garden Grange Harbor High Hill Lake Lantern Market Meadow Mill Mission Park Prospect Quarry Railroad Ridge River School
  Spring Station Summit Sunset Tannery Union Valley Vine Washington Water Wharf Windmill Winter`);

export const STREET_KINDS = wordsOf("Street Avenue Road Lane Drive Court");
