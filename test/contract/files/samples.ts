import {Random} from "../../../src/lib/random.ts";
import type {Sample} from "./contract-file.ts";

const NAMES = ["Ada", "Björn", "Çelik", "Dvořák", "Émile", "O'Neil", "Søren", "Zoë"];
const ITEMS = [
  "tea",
  "cake, plum",
  'a "quoted" word',
  "bread;rye",
  "jam\tred",
  "two\nlines",
  "",
  "soup"
];
const DAY_MS = 86_400_000;

const random = new Random("contract");
const day = (i: number): string =>
  new Date(Date.UTC(2024, 0, 1) + i * DAY_MS).toISOString().slice(0, 10);

/** Tables of each kind of column: numbers, texts with every mark in them, days, moments, gaps. */
export const SAMPLES: readonly Sample[] = [
  {
    name: "people",
    columns: ["id", "name", "born", "height", "active"],
    rows: NAMES.map((name, i) => [i + 1, name, day(-9000 - i * 400), 1.5 + i / 16, i % 2 === 0])
  },
  {
    name: "sales",
    columns: ["day", "item", "count", "price"],
    rows: Array.from({length: 30}, (_, i) => [
      day(i),
      ITEMS[i % ITEMS.length]!,
      random.integer(1, 40),
      random.integer(100, 9999) / 100
    ])
  },
  {
    name: "sensor",
    columns: ["time", "celsius", "note"],
    rows: Array.from({length: 48}, (_, i) => [
      `${day(Math.floor(i / 24))}T${String(i % 24).padStart(2, "0")}:30:00Z`,
      i % 7 === 3 ? null : random.integer(-100, 300) / 10,
      i % 5 === 0 ? "checked" : null
    ])
  },
  {
    name: "codes",
    columns: ["zip", "phone", "big", "tiny"],
    rows: Array.from({length: 12}, (_, i) => [
      String(1000 + i * 7).padStart(5, "0"),
      `+49 30 ${random.integer(100000, 999999)}`,
      9_007_199_254_740_000 + i,
      i / 1e9
    ])
  },
  {
    name: "wide",
    columns: Array.from({length: 40}, (_, i) => `column ${i}`),
    rows: Array.from({length: 6}, (_, row) =>
      Array.from({length: 40}, (_, i) => (i % 3 === 0 ? `v${row}` : i % 3 === 1 ? row * i : null))
    )
  },
  {
    name: "words",
    columns: ["Wort", "naïve, or not", "select", "ÄÖÜ"],
    rows: [
      ["eins", "x", "true", "0.1"],
      ["zwei", "y", "false", "1e5"],
      ["drei", " z ", "true", "-0"],
      ["null", "NULL", "false", "007"]
    ]
  },
  {
    name: "moments",
    columns: ["at", "day", "clock", "value"],
    rows: Array.from({length: 10}, (_, i) => [
      `${day(i * 31)} 0${i}:15:30.25`,
      day(-i * 1000),
      `${10 + i}:0${i % 6}:00`,
      i % 2 === 0 ? -i : i * 1.5
    ])
  }
];
