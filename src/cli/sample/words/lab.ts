import type {Words} from "../grammar.ts";
import {listOf, wordsOf} from "./list.ts";

export interface Site {
  site: string;
  name: string;
  address: string;
  city: string;
  state: string;
  time_zone: string;
  opened: string;
  floor_area_m2: number;
  contact: string;
}

export const SITES: readonly Site[] = [
  {
    site: "ALD-1",
    name: "Alder Falls Main Lab",
    address: "12 Foundry Street",
    city: "Alder Falls",
    state: "OR",
    time_zone: "America/Los_Angeles",
    opened: "2011-09-01",
    floor_area_m2: 1840,
    contact: "Priya Raman"
  },
  {
    site: "ALD-2",
    name: "Alder Falls Annex",
    address: "40 Wharf Road",
    city: "Alder Falls",
    state: "OR",
    time_zone: "America/Los_Angeles",
    opened: "2018-03-15",
    floor_area_m2: 620,
    contact: "Lukas Weidner"
  },
  {
    site: "PRT-1",
    name: "Port Harlan Clinic Lab",
    address: "7 Mission Avenue",
    city: "Port Harlan",
    state: "WA",
    time_zone: "America/Los_Angeles",
    opened: "2016-06-20",
    floor_area_m2: 410,
    contact: "Anika Mehta"
  },
  {
    site: "FLD-1",
    name: "Elk Prairie Field Station",
    address: "County Road 9",
    city: "Elk Prairie",
    state: "MT",
    time_zone: "America/Denver",
    opened: "2020-05-04",
    floor_area_m2: 150,
    contact: "Jonah Strand"
  },
  {
    site: "OFF-1",
    name: "Office and Data Room",
    address: "3 Bridge Lane, 2nd floor",
    city: "Alder Falls",
    state: "OR",
    time_zone: "America/Los_Angeles",
    opened: "2021-10-11",
    floor_area_m2: 280,
    contact: "Robin Ashdown"
  }
];

export const STAFF = listOf(`
  Robin Ashdown | Priya Raman | Lukas Weidner | Ines Calloway | Anika Mehta | Jonah Strand | Selma Okafor |
  Hugo Lindgren | Mei Tanaka`);

export const SYSTEMS = listOf(`
  Ubuntu 22.04 | Ubuntu 24.04 | Debian 12 | Windows 10 | Windows 11 | macOS 14 | macOS 15`);

export const PROCESSORS = listOf(`
  4-core 2.4 GHz | 6-core 3.1 GHz | 8-core 3.6 GHz | 12-core 3.8 GHz | 16-core 3.4 GHz | 32-core
  2.9 GHz`);

/** What a computer is for, as its name says. */
export const ROLES = wordsOf("desk bench scope seq gel plate scan data node print kiosk mail");

/** Types of samples, what is written on the tube, and how full it is, in microlitres. */
export const SAMPLES: readonly {
  type: string;
  texts: readonly string[];
  volumes: readonly number[];
}[] = [
  {
    type: "plasma",
    texts: [
      "Plasma {patient}, visit {1-6}, EDTA",
      "Plasma aliquot {1-4} of 4, {patient}",
      "Plasma pool, controls {cohort}"
    ],
    volumes: [200, 250, 500]
  },
  {
    type: "serum",
    texts: [
      "Serum {patient}, visit {1-6}",
      "Serum, fasting, {patient}",
      "Serum pool, batch {1-30}"
    ],
    volumes: [250, 500, 1000]
  },
  {
    type: "DNA",
    texts: [
      "Genomic DNA {patient}, {20-180} ng/ul",
      "Soil DNA, {place}, {depth} cm",
      "Plasmid {plasmid}, maxiprep",
      "PCR product {gene}, cleaned"
    ],
    volumes: [30, 50, 100]
  },
  {
    type: "RNA",
    texts: [
      "Total RNA, {tissue}, RIN {6-9}.{0-9}",
      "RNA {patient}, DNase treated",
      "RNA {tissue}, {treatment}, replicate {1-4}"
    ],
    volumes: [20, 30, 50]
  },
  {
    type: "cDNA",
    texts: [
      "cDNA {tissue}, {treatment}, replicate {1-4}",
      "cDNA plate for {gene}, dilution 1:{5-20}"
    ],
    volumes: [20, 40, 100]
  },
  {
    type: "cells",
    texts: [
      "{line}, passage {4-32}, {1-3} million/ml",
      "{line} {treatment}, passage {4-20}",
      "{line} master stock"
    ],
    volumes: [1000, 1500, 1800]
  },
  {
    type: "bacteria",
    texts: [
      "{strain} with {plasmid}, glycerol stock",
      "{strain}, competent cells",
      "Isolate {1-90} from {place}, glycerol"
    ],
    volumes: [500, 1000]
  },
  {
    type: "soil",
    texts: ["Soil, {place}, {depth} cm, {season}", "Sediment core, {place}, slice {1-24}"],
    volumes: [2000, 5000]
  },
  {
    type: "leaf",
    texts: ["Leaf discs, {plant}, {treatment}", "Leaf powder, {plant}, plot {1-40}"],
    volumes: [1000, 2000]
  },
  {
    type: "reagent",
    texts: [
      "Antibody against {gene}, 1:{100-2000}",
      "Taq polymerase, lot {1000-9999}",
      "Primer pair {gene}, 10 uM",
      "Standard for qPCR, 10^{3-8} copies"
    ],
    volumes: [10, 50, 200, 500]
  }
];

export const SAMPLE_WORDS: Words = {
  patient: ["P-{1001-1480}"],
  cohort: listOf("2019 | 2021 | 2023 | 2024"),
  place: listOf(`
    Elk Prairie north | Elk Prairie south | river bank | beaver pond | burned plot | spruce
    stand | hay meadow | creek mouth`),
  depth: listOf("0-5 | 5-10 | 10-20 | 20-40"),
  season: listOf("spring 2024 | autumn 2024 | spring 2025 | summer 2025"),
  tissue: listOf("liver | root tip | lung | muscle | leaf | whole blood | kidney"),
  treatment: listOf(`
    control | drought | heat, 2 h | 10 uM inhibitor | starved, 24 h | salt, 100 mM | mock`),
  gene: listOf("actB | gapdh | hsp70 | rbcL | nifH | tnfA | il6 | amoA"),
  plasmid: listOf("pAL12 | pAL12-gfp | pRVN3 | pKT-empty | pHeron"),
  line: listOf(`
    HEK-like line | mouse fibroblasts | lung epithelium A | kidney line B | primary hepatocytes`),
  strain: listOf(`
    E. coli cloning strain | E. coli expression strain | P. fluorescens | B. subtilis`),
  plant: listOf("barley | tomato | thale cress | white clover | Douglas fir")
};
