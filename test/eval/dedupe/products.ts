import {Random} from "../../../src/lib/random.ts";
import type {MadeRow, MadeSet} from "./made-set.ts";
import {makeWords, misspell, toMadeTable} from "./made-set.ts";

const KINDS: readonly (readonly [kind: string, also: string, features: readonly string[]])[] = [
  ["digital camera", "camera", ["10x zoom", "12 megapixel", "black", "silver", "2.7in lcd"]],
  ["lcd television", "hdtv", ["32 inch", "42 inch", "1080p", "widescreen", "black"]],
  [
    "refrigerator",
    "fridge",
    ["stainless steel", "white", "ice maker", "22 cu ft", "counter depth"]
  ],
  ["headphones", "stereo headset", ["noise cancelling", "wireless", "foldable", "white", "black"]],
  ["laser printer", "printer", ["duplex", "color", "network ready", "20 ppm", "usb"]],
  [
    "dishwasher",
    "built in dishwasher",
    ["24 inch", "white", "quiet", "6 cycles", "stainless steel"]
  ],
  [
    "car receiver",
    "cd receiver",
    ["bluetooth", "usb", "200 watt", "satellite ready", "detachable face"]
  ],
  [
    "cordless phone",
    "telephone",
    ["dect 6.0", "answering machine", "2 handsets", "expandable", "silver"]
  ]
];
const SYLLABLES = "so no pa lex can ro bo sha tech vi zon mi tron ka dex lo".split(" ");
const LETTERS = [..."ABCDEHKLMNRSTVX"];
const IN_SECOND = 0.6;

interface Product {
  readonly brand: string;
  readonly model: string;
  readonly kind: (typeof KINDS)[number];
  readonly features: readonly string[];
  readonly price: number;
}

/**
 * Products of two shops, much as in the sets Abt-Buy and Walmart-Amazon (H. Köpcke, A. Thor, E. Rahm, "Evaluation of Entity
 * Resolution Approaches on Real-World Match Problems", 2010): titles in other words and orders, models of one series that
 * differ in a sign, prices that are not the same, models and descriptions that are missing.
 */
export function makeProducts(count: number): MadeSet {
  const random = new Random("products");
  const brands = makeWords(random, 24, SYLLABLES);
  const products: Product[] = [];
  while (products.length < count) {
    const [brand, kind, price] = [random.pick(brands), random.pick(KINDS), random.between(20, 900)];
    const letters = `${random.pick(LETTERS)}${random.pick(LETTERS)}`;
    const number = random.integer(10, 99) * 10;
    // a series: what differs is the number, or the colour at its end
    for (let i = 0; i < random.integer(1, 4) && products.length < count; ++i)
      products.push({
        brand,
        model: `${letters}${random.chance(0.4) ? "-" : ""}${number + i}${random.chance(0.3) ? random.pick(LETTERS) : ""}`,
        kind,
        features: random.shuffle([...kind[2]]).slice(0, random.integer(1, 3)),
        price: price * (1 + i / 10)
      });
  }
  const first = products.map((product, thing) => ({thing, values: tellAtFirst(random, product)}));
  const second = products
    .map((product, thing) => ({thing, values: tellAtSecond(random, product)}))
    .filter(() => random.chance(IN_SECOND));
  return {
    name: "products, made",
    first: toMadeTable(first),
    second: toMadeTable(random.shuffle(second))
  };
}

function tellAtFirst(
  random: Random,
  {brand, model, kind, features, price}: Product
): MadeRow["values"] {
  return {
    title: [brand, ...features.slice(0, 1), kind[0], model].join(" "),
    description: random.chance(0.3) ? "" : `${brand} ${kind[0]} ${model}, ${features.join(", ")}`,
    price: random.chance(0.35) ? "" : `$${price.toFixed(2)}`
  };
}

function tellAtSecond(
  random: Random,
  {brand, model, kind, features, price}: Product
): MadeRow["values"] {
  const written = random.chance(0.4) ? model.replace("-", "") : model.toLowerCase();
  const told = [
    random.chance(0.15) ? misspell(random, brand) : brand,
    ...(random.chance(0.8) ? [written] : []),
    random.chance(0.5) ? kind[1] : kind[0],
    ...features.slice(-1)
  ];
  return {
    title: (random.chance(0.3) ? [told[0]!, ...random.shuffle(told.slice(1))] : told).join(" "),
    description: random.chance(0.6) ? "" : `${kind[1]} with ${features.join(" and ")}`,
    price: random.chance(0.4) ? "" : `${(price * random.between(0.85, 1.15)).toFixed(2)}`
  };
}
