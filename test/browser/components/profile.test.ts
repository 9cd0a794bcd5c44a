import {page, userEvent} from "vitest/browser";
import {beforeAll, expect, test} from "vitest";
import type {LbProfile} from "../../../components/lb-profile.ts";
import "../../../components/lb-profile.ts";
import type {Column} from "../../../src/index.ts";
import {COMPILED, useWorkspace} from "./lake.ts";
import {expectAccessible, mount, part, parts, settle} from "./mount.ts";

const lake = useWorkspace(COMPILED);

beforeAll(async () => {
  await lake().lake.query(`create schema if not exists raw; create or replace table raw.things as
    select range as n, range / 8 as x, 'it''s ' || (range % 3) as "the name", case when range % 4 = 0 then null else range % 2 = 0 end as yes,
      timestamp '2024-01-01' + to_hours(range::int) as at, date '2024-01-01' + range::int as day, ['a', (range % 2)::varchar] as tags
    from range(200)`);
  await lake().lake.query(
    `create or replace table raw.wide as select ${Array.from({length: 2000}, (_, i) => `${i} as c${i}`).join(", ")}`
  );
});

const columnsOf = async (name: string): Promise<Column[]> => {
  const {fields} = await lake().lake.query(`select * from raw.${name} limit 0`);
  return [...fields];
};

const open = async (name = "things"): Promise<LbProfile> => {
  const columns = await columnsOf(name);
  const profile = await mount("lb-profile", {
    workspace: lake(),
    table: {schema: "raw", name},
    columns
  });
  await expect.poll(() => parts(profile, ".waiting").length, {timeout: 10_000}).toBe(0);
  return profile;
};

const cells = (profile: LbProfile, name: string): string[] => {
  const row = parts(profile, "tbody tr").find((tr) => tr.textContent.includes(name))!;
  return Array.from(row.querySelectorAll("td"), (td) => td.textContent.replace(/\s+/g, " ").trim());
};

test("lb-profile tells of each column its nulls, different values, least and greatest and most frequent", async () => {
  const profile = await open();
  expect(cells(profile, "the name").slice(0, 4)).toEqual(["0", "3", "it's 0", "it's 2"]);
  expect(cells(profile, "the name")[5]).toContain("it's 0 67");
  expect(cells(profile, "yes")[0]).toBe("50 (25 %)");
  expect(cells(profile, "day").slice(2, 4)).toEqual(["2024-01-01", "2024-07-18"]);
  expect(cells(profile, "x").slice(2, 4)).toEqual(["0.000", "24.875"]);
  await expectAccessible(profile);
});

test("lb-profile asks for the rows of a value, of none and of a bar, and every one of the queries finds as many", async () => {
  const profile = await open();
  const asked: {sql: string; count: number}[] = [];
  let count = 0;
  profile.addEventListener("lb-query", ({sql}) => asked.push({sql, count}));
  for (const button of parts(profile, "td button")) {
    count = Number(/(\d+)(?: \(\d+ %\))?$/.exec(button.textContent.trim())![1]);
    button.click();
  }
  for (const histogram of parts(profile, "lb-histogram")) {
    for (const bar of parts<SVGElement>(histogram, ".bar")) {
      count = Number(/: (\d+) rows?$/.exec(bar.getAttribute("aria-label")!)![1]);
      bar.dispatchEvent(new MouseEvent("click", {bubbles: true, composed: true}));
    }
  }
  expect(asked.length).toBeGreaterThan(70);
  for (const {sql, count: expected} of asked) {
    const {numRows} = await lake().lake.query(sql);
    expect([sql, numRows]).toEqual([sql, expected]);
  }
});

test("lb-histogram moves along its bars by arrows and picks by Enter", async () => {
  const histogram = await mount("lb-histogram", {
    label: "n",
    bars: [
      {label: "0 to 1", count: 3},
      {label: "1 to 2", count: 0},
      {label: "2 to 3", count: 1}
    ]
  });
  const picked: number[] = [];
  histogram.addEventListener("lb-bar", ({index}) => picked.push(index));
  await expectAccessible(histogram);
  expect(part(histogram, "svg").getAttribute("aria-label")).toBe("Histogram of n");
  parts<SVGElement>(histogram, ".bar")[0]!.focus();
  await userEvent.keyboard("{ArrowRight}{ArrowRight}{Enter}{Home} ");
  expect(picked).toEqual([2, 0]);
  expect(parts(histogram, ".bar[tabindex='0']")).toHaveLength(1);
});

test("lb-profile pages through 2,000 columns, reads only those it shows, and finds one by its name", async () => {
  const profile = await open("wide");
  expect(parts(profile, "tbody tr")).toHaveLength(40);
  const status = () => part(profile, "[role=status]").textContent.trim();
  expect(status()).toBe("Columns 1 to 40 of 2,000");
  await page.elementLocator(profile).getByRole("button", {name: "Next"}).click();
  expect(status()).toBe("Columns 41 to 80 of 2,000");
  await page.elementLocator(profile).getByRole("searchbox").fill("c1999");
  await expect.poll(status).toBe("Columns 1 to 1 of 1");
  await expect.poll(() => cells(profile, "c1999")[2]).toBe("1,999");
});

test("lb-profile stops reading a table when another is shown", async () => {
  const columns = await columnsOf("things");
  const profile = await mount("lb-profile", {
    workspace: lake(),
    table: {schema: "raw", name: "wide"},
    columns: await columnsOf("wide")
  });
  profile.table = {schema: "raw", name: "things"};
  profile.columns = columns;
  await expect.poll(() => parts(profile, ".waiting").length, {timeout: 10_000}).toBe(0);
  expect(parts(profile, "tbody tr")).toHaveLength(columns.length);
});

test("lb-profile says what failed, and tries again", async () => {
  const profile = await mount("lb-profile", {
    workspace: lake(),
    table: {schema: "raw", name: "nowhere"},
    columns: [{name: "a", type: "BIGINT"}]
  });
  await expect.poll(() => parts(profile, "lb-failure").length).toBe(1);
  await lake().lake.query("create or replace table raw.nowhere as select 1::bigint as a");
  await settle(profile);
  await page
    .elementLocator(part(profile, "lb-failure"))
    .getByRole("button", {name: "Try again"})
    .click();
  await expect.poll(() => cells(profile, "a")[2]).toBe("1");
  await lake().lake.query("drop table raw.nowhere");
});
