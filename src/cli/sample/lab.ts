import type {Random} from "../../lib/random.ts";
import {listDays, toDay, toEpoch, toInstant, toIsoDate} from "./calendar.ts";
import {toCsv} from "./csv.ts";
import {toJsonFile, toTextFile, type SampleFile} from "./file.ts";
import {Speaker} from "./grammar.ts";
import {compareTexts} from "./order.ts";
import {FREEZERS, type Freezer} from "./words/freezers.ts";
import {PROCESSORS, ROLES, SAMPLES, SAMPLE_WORDS, SITES, STAFF, SYSTEMS} from "./words/lab.ts";

const COMPUTER_COUNT = 140;
const CONTAINER_COUNT = 1500;
const BOUGHT = listDays("2017-01-09", "2025-10-30");
const STORED = listDays("2021-02-01", "2025-12-12");
const BOX_ROWS = "ABCDEFGH";
const BOX_COLUMNS = 12;

/** A laboratory: its sites, computers, freezers, and the containers in the racks of the freezers. */
export function lab(random: Random): SampleFile[] {
  return [
    toTextFile("lab/sites.csv", toCsv(SITES.map((site) => ({...site})))),
    toTextFile("lab/computers.csv", toCsv(createComputers(random.fork("computers")))),
    toJsonFile("lab/freezers.json", createFreezers(random.fork("freezers"))),
    toTextFile("lab/containers.csv", toCsv(createContainers(random.fork("containers"))))
  ];
}

function createComputers(random: Random) {
  const addresses = new Set<string>();
  // 02 in the first byte says that an address was given by hand, so none of these belongs to a maker.
  while (addresses.size < COMPUTER_COUNT) addresses.add(random.fill("02:%%:%%:%%:%%:%%"));
  return [...addresses].map((mac, i) => {
    const {site} = random.weigh(SITES, ({floor_area_m2}) => floor_area_m2);
    return {
      mac,
      hostname: `${site.toLowerCase()}-${random.pick(ROLES)}-${String(i + 1).padStart(3, "0")}`,
      site,
      os: random.pick(SYSTEMS),
      cpu: random.pick(PROCESSORS),
      ram_gb: random.pick([8, 16, 16, 32, 32, 64, 128]),
      purchased: toIsoDate(random.pick(BOUGHT))
    };
  });
}

function createFreezers(random: Random) {
  return FREEZERS.map(({freezer, name, site, room, setpoint, model, shelves, racksPerShelf}) => ({
    freezer,
    name,
    site,
    room,
    setpoint_celsius: setpoint,
    model,
    serial: random.fill("@@####-###"),
    installed: toIsoDate(random.integer(toDay("2014-02-01"), toDay("2022-11-30"))),
    alarm: {low: setpoint - 8, high: setpoint + 12, contacts: ["Robin Ashdown", "Priya Raman"]},
    shelves: count(shelves).map((shelf) => ({
      shelf,
      racks: count(racksPerShelf).map((rack) => ({
        rack: toRackId(freezer, shelf, rack),
        capacity: BOX_ROWS.length * BOX_COLUMNS,
        label: random.pick(SAMPLES).type
      }))
    }))
  }));
}

function createContainers(random: Random) {
  const taken = new Set<string>();
  return Array.from({length: CONTAINER_COUNT}, () => {
    const place = findPlace(random, taken);
    const {type, texts, volumes} = random.pick(SAMPLES);
    const created = random.pick(STORED);
    return {
      container: random.fill("%%%%%%%%-%%%%-4%%%-a%%%-%%%%%%%%%%%%"),
      ...place,
      sample_type: type,
      description: new Speaker(random, SAMPLE_WORDS).say(random.pick(texts)),
      volume_ul: random.pick(volumes),
      created: toInstant(toEpoch(created, random.integer(8 * 60, 18 * 60))),
      created_by: random.pick(STAFF)
    };
  }).sort((a, b) => compareTexts(a.created, b.created));
}

function findPlace(random: Random, taken: Set<string>) {
  for (;;) {
    const {freezer, shelves, racksPerShelf} = random.weigh(FREEZERS, capacityOf);
    const rack = toRackId(freezer, random.integer(1, shelves), random.integer(1, racksPerShelf));
    const position = `${random.pick([...BOX_ROWS])}${random.integer(1, BOX_COLUMNS)}`;
    const key = `${rack}/${position}`;
    if (taken.has(key)) continue;
    taken.add(key);
    return {freezer, rack, position};
  }
}

function capacityOf({shelves, racksPerShelf}: Freezer): number {
  return shelves * racksPerShelf;
}

function toRackId(freezer: string, shelf: number, rack: number): string {
  return `${freezer}-S${shelf}-R${rack}`;
}

function count(length: number): number[] {
  return Array.from({length}, (_, i) => i + 1);
}
