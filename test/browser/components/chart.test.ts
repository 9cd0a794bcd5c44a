import {page, userEvent} from "vitest/browser";
import {describe, expect, test} from "vitest";
import {toBins} from "../../../components/chart-bins.ts";
import {toChartData} from "../../../components/chart-data.ts";
import {toAxisLabel} from "../../../components/chart-label.ts";
import type {ChartSpec} from "../../../components/chart-spec.ts";
import {guessChart} from "../../../components/chart-spec.ts";
import type {LbChart} from "../../../components/lb-chart.ts";
import "../../../components/lb-chart.ts";
import type {QueryResult} from "../../../src/index.ts";
import {expectAccessible, mount, part, parts, settle} from "./mount.ts";
import {toGenerated, toResult} from "./results.ts";

const MILLION = 1_000_000;
const DAY_MS = 86_400_000;
const days = (count: number) => Array.from({length: count}, (_, i) => new Date(i * DAY_MS));

const spec = (rest: Partial<ChartSpec>): ChartSpec => ({
  kind: "bar",
  x: undefined,
  y: [],
  group: undefined,
  aggregate: "none",
  ...rest
});

describe("guessChart(result)", () => {
  const guess = (columns: Parameters<typeof toResult>[0]) => guessChart(toResult(columns));

  test("guessChart(result) draws a number over time as a line", () => {
    expect(guess({"n INTEGER": [1, 2], "day DATE": days(2)})).toEqual(
      spec({kind: "line", x: "day", y: ["n"]})
    );
  });

  test("guessChart(result) adds up what falls on one day, by a category of few values", () => {
    expect(
      guess({
        "date DATE": [...days(3), ...days(3)],
        "amount_eur DOUBLE": [1, 2, 3, 4, 5, 6],
        "category VARCHAR": ["a", "b", "a", "b", "a", "b"]
      })
    ).toEqual(
      spec({kind: "line", x: "date", y: ["amount_eur"], group: "category", aggregate: "sum"})
    );
  });

  test("guessChart(result) draws a number by a category as bars", () => {
    expect(guess({"city VARCHAR": ["a", "b"], "count BIGINT": [1, 2]})).toEqual(
      spec({kind: "bar", x: "city", y: ["count"]})
    );
  });

  test("guessChart(result) takes the mean of what is no amount, where categories come again", () => {
    expect(
      guess({"sport VARCHAR": ["run", "run", "bike"], "heart_rate_bpm INTEGER": [1, 2, 3]})
    ).toEqual(spec({kind: "bar", x: "sport", y: ["heart_rate_bpm"], aggregate: "mean"}));
  });

  test("guessChart(result) puts measures of one unit on one axis, and no others", () => {
    expect(
      guess({
        "m VARCHAR": ["a", "b"],
        "in_eur DOUBLE": [1, 2],
        "out_eur DOUBLE": [1, 2],
        "km_km DOUBLE": [1, 2]
      })
    ).toMatchObject({y: ["in_eur", "out_eur"]});
  });

  test("guessChart(result) draws two numbers as dots, and one as a histogram", () => {
    expect(guess({"a DOUBLE": [1, 2], "b DOUBLE": [3, 4]})).toEqual(
      spec({kind: "dots", x: "a", y: ["b"]})
    );
    expect(guess({"a DOUBLE": [1, 2]})).toEqual(spec({kind: "histogram", x: "a"}));
  });

  test("guessChart(result) draws measures of different units against each other, by a category that comes again", () => {
    expect(
      guess({
        "sport VARCHAR": ["run", "run", "bike"],
        "way_km DOUBLE": [1, 2, 3],
        "time_min DOUBLE": [1, 2, 3]
      })
    ).toEqual(spec({kind: "dots", x: "way_km", y: ["time_min"], group: "sport"}));
  });

  test("guessChart(result) measures no ids, and reads a year as time", () => {
    expect(guess({"id BIGINT": [1, 2], "weight_kg DOUBLE": [3, 4]})).toEqual(
      spec({kind: "histogram", x: "weight_kg"})
    );
    expect(guess({"year INTEGER": [2023, 2024], "sum HUGEINT": [3, 4]})).toMatchObject({
      kind: "bar",
      x: "year",
      y: ["sum"]
    });
  });

  test("guessChart(result) counts rows where there are only categories, and gives up where there are none", () => {
    expect(guess({"c VARCHAR": ["a", "a", "b"]})).toEqual(spec({x: "c", aggregate: "count"}));
    expect(guess({"l INTEGER[]": [[1], [2]]})).toBeUndefined();
    expect(guess({"a VARCHAR": [null, null]})).toBeUndefined();
    expect(guess({})).toBeUndefined();
  });
});

test.each([
  ["amount_eur", "amount (EUR)"],
  ["heart_rate_bpm", "heart rate (bpm)"],
  ["title", "title"],
  ["m", "m"],
  ["share_pct", "share (%)"]
])("toAxisLabel(%j) says what is measured, and in what", (name, label) => {
  expect(toAxisLabel(name)).toBe(label);
});

describe("toBins(values)", () => {
  test("toBins(values) covers all values with bins of round width", () => {
    const bins = toBins([0.1, 0.2, 0.3, 0.95]);
    expect(bins.reduce((sum, {count}) => sum + count, 0)).toBe(4);
    expect(bins.length).toBeLessThanOrEqual(41);
    expect(bins.every(({from}) => String(from).length <= 5)).toBe(true);
  });

  test("toBins(values) gives one value one bin, and none none", () => {
    expect(toBins([7, 7])).toEqual([{from: 6.5, to: 7.5, count: 2}]);
    expect(toBins([])).toEqual([]);
  });

  test("toBins(moments, true) follows the calendar over years", () => {
    const bins = toBins([Date.UTC(2020, 0, 15), Date.UTC(2023, 5, 1)], true);
    expect(bins[0]).toEqual({from: Date.UTC(2020, 0, 1), to: Date.UTC(2020, 3, 1), count: 1});
    expect(bins.at(-1)!.count).toBe(1);
  });
});

describe("toChartData(result, spec)", () => {
  const sales = toResult({
    "city VARCHAR": ["b", "a", "b", null, "c"],
    "amount_eur DOUBLE": [1, 5, 2, 4, null],
    "kind VARCHAR": ["x", "x", "y", "y", "y"]
  });

  test("toChartData(result, spec) sums, averages and counts by category, largest first, null by name", async () => {
    const get = async (aggregate: ChartSpec["aggregate"], y = ["amount_eur"]) => {
      const {series, categories} = await toChartData(sales, spec({x: "city", y, aggregate}));
      const sums = new Map(series[0]!.x.map((x, i) => [x, series[0]!.y[i]!]));
      return categories.map((name) => [name, sums.get(name)]);
    };
    expect(await get("sum")).toEqual([
      ["a", 5],
      ["(none)", 4],
      ["b", 3]
    ]);
    expect(await get("mean")).toEqual([
      ["a", 5],
      ["(none)", 4],
      ["b", 1.5]
    ]);
    expect(await get("count", [])).toEqual([
      ["b", 2],
      ["a", 1],
      ["(none)", 1],
      ["c", 1]
    ]);
  });

  test("toChartData(result, spec) tells series apart by colour", async () => {
    const {series, title} = await toChartData(
      sales,
      spec({x: "city", y: ["amount_eur"], group: "kind", aggregate: "sum"})
    );
    expect(series).toEqual([
      {name: "x", x: ["b", "a"], y: [1, 5]},
      {name: "y", x: ["b", "(none)"], y: [2, 4]}
    ]);
    expect(title).toBe("Sum of amount (EUR) by city");
  });

  test("toChartData(result, spec) sorts lines by time", async () => {
    const result = toResult({"day DATE": days(3).reverse(), "n INTEGER": [3, 2, 1]});
    const {series} = await toChartData(result, spec({kind: "line", x: "day", y: ["n"]}));
    expect(series[0]!.y).toEqual([1, 2, 3]);
  });

  test("toChartData(result, spec) has the quartiles of all rows in its boxes", async () => {
    const result = toGenerated(101, {"n DOUBLE": (row) => row});
    const {boxes} = await toChartData(result, spec({kind: "box", y: ["n"]}));
    expect(boxes).toEqual([
      {name: "n", category: "", low: 0, q1: 25, median: 50, q3: 75, high: 100, count: 101}
    ]);
  });

  test("toChartData(result, spec) thins a million dots and says so; a line keeps its lows and highs", async () => {
    const result = toGenerated(MILLION, {
      "x DOUBLE": (row) => row,
      "y DOUBLE": (row) => (row === 654_321 ? 1e6 : Math.sin(row / 1000))
    });
    const dots = await toChartData(result, spec({kind: "dots", x: "x", y: ["y"]}));
    expect(dots.series[0]!.x).toHaveLength(20_000);
    expect(dots.note).toBe("20,000 of 1,000,000 rows, evenly taken");
    const line = await toChartData(result, spec({kind: "line", x: "x", y: ["y"]}));
    expect(line.series[0]!.x.length).toBeLessThan(10_000);
    expect(Math.max(...line.series[0]!.y)).toBe(1e6);
    expect(line.note).toBe("the lows and highs of 1,000,000 points");
  });

  test("toChartData(result, spec) draws fifty of very many values, and ten of very many groups, and says so", async () => {
    const result = toGenerated(5000, {
      "c VARCHAR": (row) => `c${row % 300}`,
      "g VARCHAR": (row) => `g${row % 30}`,
      "n INTEGER": (row) => row
    });
    const {series, categories, note} = await toChartData(
      result,
      spec({x: "c", y: ["n"], group: "g", aggregate: "sum"})
    );
    expect(categories).toHaveLength(50);
    expect(series).toHaveLength(10);
    expect(series.at(-1)!.name).toBe("(other)");
    expect(series.map(({name}) => name)).toContain("g19"); // the largest sums by themselves
    expect(note).toBe("the first 50 of 300 values");
  });

  test("toChartData(result, spec) keeps the groups with the largest sums apart from the rest", async () => {
    const result = toGenerated(3000, {
      "day DATE": (row) => new Date(Math.floor(row / 30) * DAY_MS),
      "g VARCHAR": (row) => `g${row % 30}`,
      "n INTEGER": (row) => (row % 30 === 29 ? -5000 : row % 30)
    });
    const {series} = await toChartData(
      result,
      spec({x: "day", y: ["n"], group: "g", aggregate: "sum"})
    );
    expect(series.map(({name}) => name)).toEqual(
      [29, 28, 27, 26, 25, 24, 23, 22, 21].map((n) => `g${n}`).concat("(other)")
    );
  });

  test("toChartData(result, spec) stands rows by their number where no column is picked for x", async () => {
    const {series, xLabel} = await toChartData(sales, spec({kind: "line", y: ["amount_eur"]}));
    expect(series).toEqual([{name: "amount (EUR)", x: [1, 2, 3, 4], y: [1, 5, 2, 4]}]);
    expect(xLabel).toBe("row");
  });

  test("toChartData(result, spec) stops when it is told to", async () => {
    const stop = new AbortController();
    const work = toChartData(
      toGenerated(5 * MILLION, {"n DOUBLE": (row) => row}),
      spec({kind: "histogram", x: "n"}),
      stop.signal
    );
    stop.abort();
    await expect(work).rejects.toThrow(expect.objectContaining({name: "AbortError"}) as Error);
  });
});

const open = async (result: QueryResult, chart?: ChartSpec): Promise<LbChart> => {
  const element = await mount("lb-chart", {result, spec: chart}, "width: 640px; height: 420px");
  await drawn(element);
  return element;
};

const drawn = (chart: LbChart) =>
  expect.poll(() => parts(chart, ".main-svg").length, {timeout: 15_000}).toBeGreaterThan(0);

const titles = (chart: LbChart): string[] =>
  parts(chart, ".gtitle, .xtitle, .ytitle").map((title) => title.textContent);

const spend = toResult({
  "city VARCHAR": ["Bern", "Aarau", "<b>Chur</b>"],
  "amount_eur DOUBLE": [10.5, 1204, 33]
});

test("lb-chart draws its guess, with a title and named axes, and is accessible in light and dark", async () => {
  const chart = await open(spend);
  expect(titles(chart)).toEqual(["Amount (EUR) by city", "city", "amount (EUR)"]);
  expect(parts(chart, ".bars .point")).toHaveLength(3);
  for (const theme of ["light", "dark"]) {
    document.documentElement.dataset.theme = theme;
    await settle(chart);
    await expectAccessible(chart);
  }
  delete document.documentElement.dataset.theme;
});

test("lb-chart shows markup in values as text", async () => {
  const chart = await open(spend);
  const ticks = parts(chart, ".xtick text").map((tick) => tick.textContent);
  expect(ticks).toContain("<b>Chur</b>");
});

test("lb-chart has the styles of plotly.js in its shadow root", async () => {
  const chart = await open(spend);
  expect(getComputedStyle(part(chart, ".main-svg")).position).toBe("absolute");
  expect(chart.shadowRoot!.querySelector(".modebar-btn, .plotlyjsicon")).toBeNull();
});

test("lb-chart follows light and dark", async () => {
  const chart = await open(spend);
  const background = () => getComputedStyle(part(chart, ".main-svg")).backgroundColor;
  for (const [theme, colour] of [
    ["dark", "rgb(22, 24, 28)"],
    ["light", "rgb(255, 255, 255)"]
  ]) {
    document.documentElement.dataset.theme = theme;
    await expect.poll(background).toBe(colour);
  }
  delete document.documentElement.dataset.theme;
});

test("lb-chart draws another kind, other columns and another aggregate when they are picked", async () => {
  const chart = await open(
    toResult({
      "city VARCHAR": ["a", "a", "b"],
      "amount_eur DOUBLE": [1, 2, 4],
      "tax_eur DOUBLE": [3, 3, 3]
    })
  );
  const ui = page.elementLocator(chart);
  expect(titles(chart)[0]).toBe("Sum of amount (EUR), tax (EUR) by city");
  await ui.getByRole("combobox", {name: "Values"}).selectOptions("Mean");
  await expect.poll(() => titles(chart)[0]).toBe("Mean of amount (EUR), tax (EUR) by city");
  part(chart, "summary").click();
  await ui.getByRole("checkbox", {name: "tax_eur"}).click();
  await expect.poll(() => titles(chart)[0]).toBe("Mean of amount (EUR) by city");
  await userEvent.keyboard("{Escape}");
  expect(part<HTMLDetailsElement>(chart, "details").open).toBe(false);
  await ui.getByRole("combobox", {name: "Kind"}).selectOptions("Boxes");
  await expect.poll(() => titles(chart)[0]).toBe("Distribution of amount (EUR) by city");
  await ui.getByRole("combobox", {name: "Kind"}).selectOptions("Histogram");
  await ui.getByRole("combobox", {name: "x", exact: true}).selectOptions("amount_eur");
  await expect.poll(() => titles(chart)[0]).toBe("Distribution of amount (EUR)");
});

test("lb-chart keeps what was picked for a result with the same columns, and guesses anew for others", async () => {
  const chart = await open(spend);
  chart.spec = spec({kind: "line", x: "city", y: ["amount_eur"]});
  chart.result = toResult({"city VARCHAR": ["x"], "amount_eur DOUBLE": [1]});
  await settle(chart);
  expect(chart.spec.kind).toBe("line");
  chart.result = toResult({"other DOUBLE": [1, 2]});
  await settle(chart);
  expect(chart.spec).toEqual(spec({kind: "histogram", x: "other"}));
});

test("lb-chart is drawn when it is seen, where it was hidden at first", async () => {
  const chart = await mount("lb-chart", {result: spend}, "display: none; height: 420px");
  await settle(chart);
  expect(parts(chart, ".main-svg")).toHaveLength(0);
  chart.style.display = "";
  await drawn(chart);
});

test("lb-chart takes a part of a spec for all of it", async () => {
  const chart = await open(spend, {x: "city", y: ["amount_eur"]} as unknown as ChartSpec);
  expect(chart.spec).toEqual(spec({x: "city", y: ["amount_eur"]}));
});

test("lb-chart shows what it draws as a table", async () => {
  const chart = await open(spend);
  await page.elementLocator(chart).getByRole("button", {name: "Show as table"}).click();
  await settle(chart);
  const grid = part(chart, "lb-grid");
  await settle(grid);
  const cells = parts(grid, '[role=gridcell][data-row="1"]').map((cell) => cell.textContent.trim());
  expect(cells).toEqual(["amount (EUR)", "Aarau", "1,204.0"]);
  await expectAccessible(chart);
});

test("lb-chart says why there is nothing to draw", async () => {
  const none = await mount("lb-chart", {
    result: toResult({"a DOUBLE": []}),
    spec: spec({kind: "histogram", x: "a"})
  });
  await expect.poll(() => part(none, ".empty").textContent).toContain("the result has no rows");
  const lists = await mount("lb-chart", {result: toResult({"l INTEGER[]": [[1]]})});
  expect(part(lists, ".empty").textContent).toContain("no column holds numbers");
  const unpicked = await mount("lb-chart", {result: spend, spec: spec({x: "city"})});
  await expect
    .poll(() => part(unpicked, ".empty").textContent)
    .toContain("pick a column of numbers for y");
});

test.each([
  ["line", toResult({"day DATE": days(1), "n DOUBLE": [5]})],
  ["bar", toResult({"c VARCHAR": ["a"], "n DOUBLE": [5]})],
  ["dots", toResult({"a DOUBLE": [1], "b DOUBLE": [2]})],
  ["histogram", toResult({"a DOUBLE": [1]})]
])("lb-chart draws a single point as %s", async (kind, result) => {
  const chart = await open(result);
  expect(chart.spec!.kind).toBe(kind);
  expect(parts(chart, ".point, .points path").length).toBeGreaterThan(0);
});

test("lb-chart draws a million points, and says from how many", async () => {
  const chart = await open(
    toGenerated(MILLION, {"a DOUBLE": (row) => row % 1000, "b DOUBLE": (row) => Math.sqrt(row)})
  );
  await expect
    .poll(() => chart.shadowRoot!.textContent.replace(/\s+/g, " "))
    .toContain("Drawn from 20,000 of 1,000,000 rows, evenly taken.");
});

test("lb-chart saves the picture that is on screen, and copies it", async () => {
  const chart = await open(spend);
  const saved: string[] = [];
  // oxlint-disable-next-line typescript/unbound-method
  const click = HTMLAnchorElement.prototype.click;
  HTMLAnchorElement.prototype.click = function () {
    saved.push(`${this.download} ${this.href.slice(0, 20)}`);
  };
  try {
    const ui = page.elementLocator(chart);
    await ui.getByRole("button", {name: "PNG"}).click();
    await ui.getByRole("button", {name: "SVG"}).click();
    await expect.poll(() => saved).toHaveLength(2);
    expect(saved).toEqual([
      "amount-eur-by-city.png data:image/png;base6",
      "amount-eur-by-city.svg data:image/svg+xml,%"
    ]);
  } finally {
    HTMLAnchorElement.prototype.click = click;
  }
});

test("lb-chart asks no host for anything", async () => {
  await open(spend);
  const hosts = performance
    .getEntriesByType("resource")
    .map(({name}) => new URL(name, location.href))
    .filter(({protocol, host}) => protocol.startsWith("http") && host !== location.host);
  expect(hosts).toEqual([]);
});
