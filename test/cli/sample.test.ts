import {execFile} from "node:child_process";
import {mkdtemp, mkdir, readFile, rm, writeFile} from "node:fs/promises";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {promisify} from "node:util";
import {XMLValidator} from "fast-xml-parser";
import {parquetReadObjects} from "hyparquet";
import Papa from "papaparse";
import readWorkbook from "read-excel-file/node";
import {afterAll, beforeAll, describe, expect, test} from "vitest";
import {Random} from "../../src/lib/random.ts";
import type {SampleFile} from "../../src/cli/sample/file.ts";
import {FAMILIES, generateSample, SEED} from "../../src/cli/sample/generate.ts";
import {INCIDENT} from "../../src/cli/sample/incident.ts";
import {createPeople} from "../../src/cli/sample/people.ts";
import {listFiles, MARKER, storeSample} from "../../src/cli/sample/store.ts";

const run = promisify(execFile);
const COMMITTED = "data/raw/sample";
const MEGABYTE = 1e6;

let files: SampleFile[];
let scratch: string;

beforeAll(async () => {
  files = await generateSample();
  scratch = await mkdtemp(join(tmpdir(), "sample-"));
});

afterAll(() => rm(scratch, {recursive: true}));

describe("generateSample(seed)", () => {
  test("gives the same bytes for the same seed, and others for another", async () => {
    const again = await generateSample(SEED);
    const other = await generateSample("another");
    expect(digest(again)).toEqual(digest(files));
    expect(text("money/expenses-2024.csv", other)).not.toBe(text("money/expenses-2024.csv"));
  });

  test("gives every family its own stream: the order of families changes nothing", async () => {
    const random = new Random(SEED);
    const backwards: SampleFile[] = [];
    for (const family of [...FAMILIES].reverse()) backwards.push(...(await family(random)));
    expect(digest(backwards).sort()).toEqual(digest(files).sort());
  });

  test("gives what is committed, byte for byte; run `npm run sample` after a change", async () => {
    const committed = (await listFiles(COMMITTED)).filter((path) => path !== MARKER);
    expect(committed).toEqual(files.map(({path}) => path));
    for (const {path, bytes} of files) {
      expect((await readFile(join(COMMITTED, path))).equals(bytes), path).toBe(true);
    }
  });

  test("gives between two and seven megabytes, with no path twice", () => {
    const size = files.reduce((sum, {bytes}) => sum + bytes.length, 0);
    expect(size).toBeGreaterThan(2 * MEGABYTE);
    expect(size).toBeLessThan(7 * MEGABYTE);
    expect(new Set(files.map(({path}) => path)).size).toBe(files.length);
  });

  test("names only telephone numbers and mail addresses that are reserved for fiction", () => {
    const all = files.map(({bytes}) => new TextDecoder().decode(bytes)).join("\n");
    const addresses = all.match(/[\w.+-]+@[\w.-]+\.\w+/g)!;
    expect(addresses.filter((address) => !/@example\.(com|org|net)$/.test(address))).toEqual([]);
    const phones = table("people/people.csv").flatMap(({phone}) => phone || []);
    const senders = [...all.matchAll(/ address="([^"]*)"/g)].map(([, address]) => address!);
    const numbers = [...phones, ...senders].map((number) => number.replace(/\D/g, "").slice(-10));
    expect(numbers.length).toBeGreaterThan(10_000);
    expect(numbers.filter((number) => !/^\d{3}55501\d\d$/.test(number))).toEqual([]);
  });
});

describe("the files of the sample lake", () => {
  test("messages are well-formed XML, as many as it says, a year long and in order", () => {
    const xml = text("messages/sms-2025.xml");
    expect(XMLValidator.validate(xml)).toBe(true);
    const times = [...xml.matchAll(/<sms [^>]* date="(\d+)"/g)].map(([, time]) => Number(time));
    const pictures = xml.match(/<mms /g)!;
    expect(times.length + pictures.length).toBe(Number(/<smses count="(\d+)"/.exec(xml)![1]));
    expect(times.length).toBeGreaterThan(5500);
    expect(times).toEqual([...times].sort((a, b) => a - b));
    const months = new Set(times.map((time) => new Date(time).toISOString().slice(0, 7)));
    expect(months.size).toBeGreaterThanOrEqual(12);
    expect(xml).toMatch(/body="[^"]*&#1\d{5};/);
    expect(xml).not.toMatch(/[{}|]|undefined|NaN/);
  });

  test("the second music export begins with the end of the first", () => {
    const [first, second] = [0, 1].map((i) => {
      const plays = JSON.parse(text(`music/StreamingHistory_music_${i}.json`)) as object[];
      return plays.map((play) => JSON.stringify(play));
    });
    const start = first!.indexOf(second![0]!);
    const overlap = first!.length - start;
    expect(second!.slice(0, overlap)).toEqual(first!.slice(start));
    expect(overlap).toBeGreaterThan(500);
    expect(overlap).toBeLessThan(1000);
    expect(second!.length).toBeGreaterThan(4000);
    const columns = Object.keys(JSON.parse(first![0]!) as object);
    expect(columns).toEqual(["endTime", "artistName", "trackName", "msPlayed"]);
  });

  test("workouts are well-formed TCX with rising distances, one of them without a place", () => {
    const activities = files.filter(({path}) => path.endsWith(".tcx"));
    expect(activities).toHaveLength(9);
    for (const {path, bytes} of activities) {
      const xml = new TextDecoder().decode(bytes);
      expect(XMLValidator.validate(xml), path).toBe(true);
      for (const activity of xml.split("<Activity ").slice(1)) {
        const points = activity.split("<Trackpoint>").slice(1);
        const metres = points.map((point) => Number(/<DistanceMeters>([\d.]+)/.exec(point)![1]));
        expect(metres, path).toEqual([...metres].sort((a, b) => a - b));
      }
      const points = xml.split("<Trackpoint>").slice(1);
      const rates = points.map((point) => Number(/<HeartRateBpm><Value>(\d+)/.exec(point)![1]));
      expect(Math.min(...rates), path).toBeGreaterThan(60);
      expect(Math.max(...rates), path).toBeLessThan(200);
    }
    const indoors = activities.filter(
      ({bytes}) => !new TextDecoder().decode(bytes).includes("<Position>")
    );
    expect(indoors.map(({path}) => path)).toEqual(["workouts/2025-02-11-treadmill-intervals.tcx"]);
  });

  test("every day with an activity has sets of strength work too, and weights grow", () => {
    const sets = table("workouts/sets.csv");
    const days = new Set(sets.map((set) => set["Date"]!.slice(0, 10)));
    for (const {path} of files.filter((file) => /\d-[a-z-]+\.tcx$/.test(file.path))) {
      expect(days, path).toContain(path.slice("workouts/".length).slice(0, 10));
    }
    const squats = sets.filter((set) => set["Exercise Name"] === "Squat (Barbell)");
    expect(Number(squats.at(-1)!["Weight"])).toBeGreaterThan(1.3 * Number(squats[0]!["Weight"]));
  });

  test("notes link only to notes that exist", () => {
    const notes = files.filter(({path}) => path.endsWith(".md"));
    const names = new Set(notes.map(({path}) => path.slice(path.lastIndexOf("/") + 1, -3)));
    const links = notes.flatMap(({bytes}) =>
      [...new TextDecoder().decode(bytes).matchAll(/\[\[([^\]]+)\]\]/g)].map(([, name]) => name!)
    );
    expect(notes.length).toBeGreaterThan(300);
    expect(links.length).toBeGreaterThan(300);
    expect(links.filter((name) => !names.has(name))).toEqual([]);
  });

  test("notes say different things: hardly a paragraph stands in two of them", () => {
    const paragraphs = files
      .filter(({path}) => path.endsWith(".md"))
      .flatMap(({bytes}) => new TextDecoder().decode(bytes).split("\n\n"))
      .filter((paragraph) => paragraph.length > 120);
    expect(new Set(paragraphs).size).toBeGreaterThan(0.99 * paragraphs.length);
  });

  test("people holds 5,000 rows, 8 % of them a person who is there already", () => {
    const {rows, duplicates} = createPeople(new Random(SEED));
    const listed = table("people/people.csv");
    expect(listed.map(({id}) => id)).toEqual(rows.map(({id}) => id));
    expect(listed).toHaveLength(5000);
    expect(duplicates).toHaveLength(400);
    const byId = new Map(listed.map((row) => [row["id"]!, row]));
    for (const [origin, copy] of duplicates) {
      const [a, b] = [byId.get(origin)!, byId.get(copy)!];
      const shared = Object.keys(a).filter((name) => a[name] !== "" && a[name] === b[name]);
      expect(shared.length, `${origin} ${copy}`).toBeGreaterThanOrEqual(2);
    }
    expect(Object.keys(listed[0]!).join()).not.toMatch(/truth|duplicate|cluster|origin/);
  });

  test("expenses have the same columns every year, rent each month, refunds below zero", () => {
    const years = [2023, 2024, 2025].map((year) => table(`money/expenses-${year}.csv`));
    for (const rows of years) {
      expect(Object.keys(rows[0]!)).toEqual(Object.keys(years[0]![0]!));
      expect(rows.length).toBeGreaterThan(1300);
      expect(rows.filter(({category}) => category === "Rent")).toHaveLength(12);
      expect(rows.some(({amount}) => Number(amount) < 0)).toBe(true);
    }
  });

  test("expenses tell of the larger things in the inventory", () => {
    const things = table("home/inventory.csv").filter(
      ({purchased, price}) => purchased! >= "2023-01-01" && Number(price) > 100
    );
    const spent = [2023, 2024, 2025].flatMap((year) => table(`money/expenses-${year}.csv`));
    const keys = new Set(spent.map(({date, note}) => `${date} ${note}`));
    const missing = things.filter(
      ({purchased, item, quantity}) =>
        !keys.has(`${purchased} ${quantity === "1" ? item : `${quantity} x ${item}`}`)
    );
    expect(things.length).toBeGreaterThan(50);
    expect(missing).toEqual([]);
  });

  test("containers lie in racks of the freezers, each position taken once", () => {
    interface Freezer {
      freezer: string;
      shelves: {racks: {rack: string}[]}[];
    }
    const freezers = JSON.parse(text("lab/freezers.json")) as Freezer[];
    const racks = new Set(
      freezers.flatMap(({shelves}) => shelves.flatMap((shelf) => shelf.racks.map(({rack}) => rack)))
    );
    const containers = table("lab/containers.csv");
    expect(containers).toHaveLength(1500);
    expect(containers.filter(({rack}) => !racks.has(rack!))).toEqual([]);
    expect(new Set(containers.map(({rack, position}) => `${rack} ${position}`)).size).toBe(1500);
    expect(new Set(containers.map(({container}) => container)).size).toBe(1500);
    expect(new Set(table("lab/computers.csv").map(({mac}) => mac)).size).toBe(140);
  });

  test("sensors show the night on which one freezer fails, and no other", () => {
    interface Reading {
      ts: string;
      freezer: string;
      celsius: number | null;
    }
    const readings = text("sensors/readings.ndjson")
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line) as Reading);
    expect(readings.length).toBeGreaterThan(7500);
    const warm = readings.filter(({freezer, celsius}) =>
      /0[12357]$/.test(freezer) && celsius !== null ? celsius > -50 : false
    );
    expect(new Set(warm.map(({freezer}) => freezer))).toEqual(new Set([INCIDENT.freezer]));
    expect(Date.parse(warm[0]!.ts)).toBeGreaterThan(INCIDENT.fails);
    expect(readings.filter(({celsius}) => celsius === null).length).toBeGreaterThan(0);
  });

  test("weather is Parquet with a row a day for three years", async () => {
    const days = await parquetReadObjects({file: bytes("weather/daily.parquet").slice().buffer});
    expect(days).toHaveLength(365 + 366 + 365);
    expect(days[0]).toMatchObject({date: new Date("2023-01-01T00:00:00Z")});
    const highs = days.map((day) => Number(day["temp_max_c"]));
    expect(Math.max(...highs)).toBeGreaterThan(25);
    expect(Math.min(...highs)).toBeLessThan(8);
  });

  test("books is a workbook of two sheets with real dates", async () => {
    const sheets = await readWorkbook(Buffer.from(bytes("books/library.xlsx")));
    expect(sheets.map(({sheet}) => sheet)).toEqual(["Books", "Loans"]);
    const [books, loans] = sheets;
    expect(books!.data).toHaveLength(221);
    expect(books!.data[1]![5]).toBeInstanceOf(Date);
    expect(loans!.data).toHaveLength(71);
    expect(loans!.data[1]![2]).toBeInstanceOf(Date);
  });

  test("messages and notes speak of books of the library and of bands that were listened to", async () => {
    const [books] = await readWorkbook(Buffer.from(bytes("books/library.xlsx")));
    const titles = new Set(books!.data.slice(1).map(([title]) => String(title)));
    const xml = text("messages/sms-2025.xml");
    const discussed = [...xml.matchAll(/finished &quot;(.+?)&quot;/g)].map(([, title]) => title!);
    expect(discussed.length).toBeGreaterThan(5);
    expect(discussed.filter((title) => !titles.has(title))).toEqual([]);
    const read = files.filter(({path}) => path.startsWith("notes/reading/"));
    const authors = new Set(books!.data.map(([, author]) => String(author)));
    const named = read.flatMap(({bytes}) =>
      [...new TextDecoder().decode(bytes).matchAll(/^author: (.+)$/gm)].map(([, name]) => name!)
    );
    expect(named.length).toBeGreaterThan(10);
    expect(named.filter((name) => !authors.has(name))).toEqual([]);
    const played = [0, 1].map((i) => text(`music/StreamingHistory_music_${i}.json`)).join("");
    const bands = [...xml.matchAll(/new ([^"]+?) record/g)].map(([, name]) => name!);
    expect(bands.length).toBeGreaterThan(3);
    expect(bands.some((name) => played.includes(`"${name}"`))).toBe(true);
  });

  test("trips are UTF-16 with semicolons, plants are Latin-1", () => {
    const trips = bytes("travel/trips.csv");
    expect([...trips.slice(0, 2)]).toEqual([0xff, 0xfe]);
    expect(new TextDecoder("utf-16le").decode(trips)).toMatch(/^trip;city;country;/);
    const plants = bytes("garden/plants.csv");
    expect(new TextDecoder("latin1").decode(plants)).toContain("Crème Brûlée");
    expect(() => new TextDecoder("utf-8", {fatal: true}).decode(plants)).toThrow();
  });
});

describe("storeSample(files, folder)", () => {
  const small: SampleFile[] = [
    {path: "a/one.txt", bytes: Uint8Array.of(1)},
    {path: "b/two.txt", bytes: Uint8Array.of(2)}
  ];

  test("writes what is new, leaves what is the same, removes what is stale", async () => {
    const folder = join(scratch, "stale");
    const first = await storeSample(small, folder);
    expect(first.written).toEqual(["a/one.txt", "b/two.txt", MARKER]);
    const second = await storeSample(small.slice(1), folder);
    expect(second).toEqual({
      written: [],
      unchanged: ["b/two.txt", MARKER],
      removed: ["a/one.txt"]
    });
    expect(await listFiles(folder)).toEqual([MARKER, "b/two.txt"]);
  });

  test("refuses a folder of somebody else and touches nothing in it", async () => {
    const folder = join(scratch, "foreign");
    await mkdir(folder);
    await writeFile(join(folder, "thesis.txt"), "years of work");
    await expect(storeSample(small, folder)).rejects.toThrow("folder that holds other files");
    expect(await listFiles(folder)).toEqual(["thesis.txt"]);
  });
});

describe("npm run sample", () => {
  test("--out DIR writes the committed bytes in any time zone, with a table of files", async () => {
    const folder = join(scratch, "zone");
    const {stdout} = await command(["--out", folder], {TZ: "Pacific/Auckland", LANG: "de_DE"});
    expect(stdout).toMatch(/people\/people\.csv +\d+\.\d kB/);
    for (const {path, bytes} of files) {
      expect((await readFile(join(folder, path))).equals(bytes), path).toBe(true);
    }
  });

  test("--help tells the options; an unknown option ends with 2", async () => {
    const {stdout} = await command(["--help"]);
    expect(stdout).toContain("--out DIR");
    await expect(command(["--wrong"])).rejects.toMatchObject({code: 2});
  });

  test("a folder of somebody else ends with 1 and one line", async () => {
    await expect(command(["--out", "src"])).rejects.toMatchObject({
      code: 1,
      stderr: expect.stringContaining("folder that holds other files: src") as string
    });
  });
});

function command(args: readonly string[], env: Readonly<Record<string, string>> = {}) {
  const all = ["--import", "tsx", "src/cli/sample/main.ts", ...args];
  return run(process.execPath, all, {env: {...process.env, ...env}});
}

function bytes(path: string, from: readonly SampleFile[] = files): Uint8Array {
  const file = from.find((candidate) => candidate.path === path);
  if (!file) throw new Error(`file that is not in the sample: ${path}`);
  return file.bytes;
}

function text(path: string, from?: readonly SampleFile[]): string {
  return new TextDecoder().decode(bytes(path, from));
}

function table(path: string): Record<string, string>[] {
  return Papa.parse<Record<string, string>>(text(path), {header: true, skipEmptyLines: true}).data;
}

function digest(from: readonly SampleFile[]): string[] {
  return from.map(({path, bytes}) => `${path} ${Buffer.from(bytes).toString("base64")}`);
}
