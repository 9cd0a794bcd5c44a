import {page, userEvent} from "vitest/browser";
import {expect, test} from "vitest";
import type {LbGrid} from "../../../components/lb-grid.ts";
import "../../../components/lb-grid.ts";
import {expectAccessible, mount, part, parts, settle} from "./mount.ts";
import {toGenerated, toResult} from "./results.ts";

const MILLION = 1_000_000;

const people = () =>
  toResult({
    "name VARCHAR": ["Ada", "Grace", null, "<img src=x onerror=alert(1)>", ""],
    "amount_eur DOUBLE": [1234.5, null, -0.25, 1_000_000, 12],
    "born DATE": [
      new Date("1815-12-10"),
      new Date("1906-12-09"),
      null,
      new Date("0044-03-15"),
      null
    ],
    "seen TIMESTAMP": [new Date("2024-02-29T12:34:56Z"), null, null, null, new Date(0)],
    "year INTEGER": [1815, 1906, null, 2024, 2025],
    "tags VARCHAR[]": [["a", "b"], [], null, ["c"], null]
  });

const cells = (grid: LbGrid, row: number): string[] =>
  parts(grid, `[role=gridcell][data-row="${row}"]`).map((cell) => cell.textContent.trim());

const column = (grid: LbGrid, place: number): string[] =>
  parts(grid, `[role=gridcell][data-column="${place}"]`).map((cell) => cell.textContent.trim());

const foot = (grid: LbGrid): string => part(grid, ".foot").textContent.replace(/\s+/g, " ").trim();

const press = async (grid: LbGrid, keys: string): Promise<void> => {
  part(grid, "[role=grid]").focus();
  await userEvent.keyboard(keys);
  await settle(grid);
};

test("lb-grid is accessible, in light and dark", async () => {
  const grid = await mount("lb-grid", {result: people(), selectable: true});
  for (const theme of ["light", "dark"]) {
    document.documentElement.dataset.theme = theme;
    await expectAccessible(grid);
  }
  delete document.documentElement.dataset.theme;
});

test("lb-grid shows names, types, numbers with marks, ISO dates and the count", async () => {
  const grid = await mount("lb-grid", {result: people()});
  expect(parts(grid, ".head .name").map((name) => name.textContent)).toContain("amount_eur");
  expect(parts(grid, ".head .type").map((type) => type.textContent)).toContain("DOUBLE");
  expect(cells(grid, 0)).toEqual([
    "Ada",
    "1,234.50",
    "1815-12-10",
    "2024-02-29 12:34:56",
    "1815",
    '["a","b"]'
  ]);
  expect(column(grid, 1)).toEqual(["1,234.50", "null", "-0.25", "1,000,000.00", "12.00"]);
  expect(foot(grid)).toBe("5 rows, 6 columns");
});

test("lb-grid shows null as a mark that text cannot be taken for", async () => {
  const grid = await mount("lb-grid", {result: toResult({"a VARCHAR": ["null", null]})});
  const [text, mark] = parts(grid, "[role=gridcell]");
  expect(text!.querySelector(".null")).toBeNull();
  expect(mark!.querySelector(".null")!.textContent).toBe("null");
});

test("lb-grid shows markup in values and names as text", async () => {
  const evil = "<img src=x onerror=alert(1)>";
  const grid = await mount("lb-grid", {result: toResult({[`${evil} VARCHAR`]: [evil]})});
  expect(cells(grid, 0)).toEqual([evil]);
  expect(grid.shadowRoot!.querySelector("img")).toBeNull();
});

test("lb-grid says so where there are no rows", async () => {
  const grid = await mount("lb-grid", {result: toResult({"a VARCHAR": []}), selectable: true});
  expect(part(grid, ".empty").textContent).toBe("No rows");
  expect(foot(grid)).toBe("0 rows, 1 column");
  await press(grid, "{ArrowDown}{Enter} {Control>}c{/Control}{ArrowUp}{Enter}");
  await expectAccessible(grid);
});

test("lb-grid shows nothing while there is no result, and a result that comes later", async () => {
  const grid = await mount("lb-grid");
  expect(grid.shadowRoot!.querySelector("[role=grid]")).toBeNull();
  grid.result = people();
  await settle(grid);
  expect(parts(grid, "[role=rowheader]")).toHaveLength(5);
});

test("lb-grid tells how many rows there are behind the ones it has", async () => {
  const grid = await mount("lb-grid", {result: people(), total: 48_213});
  expect(foot(grid)).toBe("5 of 48,213 rows, 6 columns");
});

test.each([
  [MILLION, 24],
  [5 * MILLION, 24],
  [MILLION, 32]
])(
  "lb-grid scrolls %d rows of %d px to the last one, and draws few of them",
  async (rows, rowPx) => {
    document.documentElement.style.setProperty("--lb-row", `${rowPx}px`);
    const grid = await mount("lb-grid", {result: toGenerated(rows, {"n BIGINT": (row) => row})});
    const scroller = part(grid, ".scroller");
    scroller.scrollTop = 1e9;
    await settle(grid);
    const last = part(grid, `[role=rowheader][data-row="${rows - 1}"]`);
    const bottom = scroller.getBoundingClientRect().top + scroller.clientHeight;
    expect(Math.abs(last.getBoundingClientRect().bottom - bottom)).toBeLessThanOrEqual(1);
    expect(parts(grid, "[role=row]").length).toBeLessThan(60);
    document.documentElement.style.removeProperty("--lb-row");
  }
);

test("lb-grid moves rows by as many pixels as are scrolled, wherever it is", async () => {
  const rows = 5 * MILLION;
  const grid = await mount("lb-grid", {result: toGenerated(rows, {"n BIGINT": (row) => row})});
  const scroller = part(grid, ".scroller");
  for (const start of [0, 0.9e6, 4e6, 7.9e6]) {
    scroller.scrollTop = start;
    await settle(grid);
    await new Promise((resolve) => setTimeout(resolve, 200));
    const middle = parts(grid, "[role=rowheader]")[18]!;
    const {row} = middle.dataset;
    const {top} = middle.getBoundingClientRect();
    for (let i = 1; i <= 5; ++i) {
      scroller.scrollTop += 7;
      await settle(grid);
      const moved = part(grid, `[role=rowheader][data-row="${row}"]`).getBoundingClientRect();
      expect(Math.abs(moved.top - (top - 7 * i))).toBeLessThanOrEqual(1);
    }
  }
});

test("lb-grid draws no more of a million rows than are seen", async () => {
  const grid = await mount("lb-grid");
  grid.result = toGenerated(MILLION, {
    "a BIGINT": (row) => row,
    "b VARCHAR": (row) => `row ${row}`,
    "c DOUBLE": (row) => row / 7
  });
  await grid.updateComplete;
  const scroller = part(grid, ".scroller");
  for (const start of [0, 300_000, 900_000, scroller.scrollHeight]) {
    scroller.scrollTop = start;
    await settle(grid);
    const drawn = parts(grid, "[role=rowheader]");
    expect(drawn.length).toBeGreaterThan(10);
    expect(drawn.length).toBeLessThan(100);
  }
  expect(parts(grid, "[role=rowheader]").at(-1)!.dataset.row).toBe(String(MILLION - 1));
});

test("lb-grid draws 500 columns as they are scrolled into view, with the row's number in place", async () => {
  const columns = Object.fromEntries(
    Array.from({length: 500}, (_, i) => [`column_${i} INTEGER`, (row: number) => row * i])
  );
  const grid = await mount("lb-grid", {result: toGenerated(1000, columns)});
  expect(parts(grid, ".head [role=columnheader]").length).toBeLessThan(20);
  const scroller = part(grid, ".scroller");
  scroller.scrollLeft = 1e6;
  await settle(grid);
  const last = part(grid, '[role=gridcell][data-row="0"][data-column="499"]');
  const edge = scroller.getBoundingClientRect().left + scroller.clientWidth + 1;
  expect(Math.abs(last.getBoundingClientRect().right - edge)).toBeLessThanOrEqual(1);
  const key = part(grid, '[role=rowheader][data-row="0"]').getBoundingClientRect();
  expect(key.left - scroller.getBoundingClientRect().left).toBe(1);
});

test("lb-grid draws of 2,000 columns those that are in sight", async () => {
  const columns = Object.fromEntries(
    Array.from({length: 2000}, (_, i) => [`c${i} DOUBLE`, (row: number) => row / (i + 1)])
  );
  const grid = await mount("lb-grid");
  grid.result = toGenerated(100_000, columns);
  await grid.updateComplete;
  const cells = grid.shadowRoot!.querySelectorAll("[role=columnheader]");
  expect(cells.length).toBeGreaterThan(2);
  expect(cells.length).toBeLessThan(200);
});

test("lb-grid keeps its widths while it scrolls", async () => {
  const result = toGenerated(100_000, {"t VARCHAR": (row) => "x".repeat(1 + (row % 97))});
  const grid = await mount("lb-grid", {result});
  const width = part(grid, "[role=columnheader][data-column='0']").offsetWidth;
  part(grid, ".scroller").scrollTop = 1e6;
  await settle(grid);
  expect(part(grid, "[role=columnheader][data-column='0']").offsetWidth).toBe(width);
});

const sortBy = async (grid: LbGrid, place: number): Promise<void> => {
  part(grid, `[role=columnheader][data-column="${place}"]`).click();
  await settle(grid);
};

test("lb-grid sorts by a header: ascending, descending, as it was; null last either way", async () => {
  const grid = await mount("lb-grid", {result: people()});
  await sortBy(grid, 1);
  expect(column(grid, 1)).toEqual(["-0.25", "12.00", "1,234.50", "1,000,000.00", "null"]);
  const header = part(grid, '[role=columnheader][data-column="1"]');
  expect(header.getAttribute("aria-sort")).toBe("ascending");
  await sortBy(grid, 1);
  expect(column(grid, 1)).toEqual(["1,000,000.00", "1,234.50", "12.00", "-0.25", "null"]);
  expect(header.getAttribute("aria-sort")).toBe("descending");
  await sortBy(grid, 1);
  expect(column(grid, 1)).toEqual(["1,234.50", "null", "-0.25", "1,000,000.00", "12.00"]);
  expect(header.getAttribute("aria-sort")).toBe("none");
});

test("lb-grid sorts dates by time and text by code", async () => {
  const grid = await mount("lb-grid", {result: people()});
  await sortBy(grid, 2);
  expect(column(grid, 2)).toEqual(["0044-03-15", "1815-12-10", "1906-12-09", "null", "null"]);
  await sortBy(grid, 0);
  expect(column(grid, 0)).toEqual(["", "<img src=x onerror=alert(1)>", "Ada", "Grace", "null"]);
});

test("lb-grid sorts a million rows while the page goes on", async () => {
  const result = toGenerated(MILLION, {
    "n BIGINT": (row) => (row * 7919 + 5) % MILLION,
    "t VARCHAR": (row) => `name ${(row * 104_729 + 5) % MILLION}`
  });
  const grid = await mount("lb-grid", {result});
  for (const place of [0, 1]) {
    let turns = 0;
    part(grid, `[role=columnheader][data-column="${place}"]`).click();
    const first = place === 0 ? "0" : "name 0";
    while (
      column(grid, place)[0] !== first ||
      part(grid, ".foot").textContent.includes("Sorting")
    ) {
      await new Promise((resolve) => setTimeout(resolve));
      ++turns;
    }
    // a sort that gave no turn to others would be over in one
    expect(turns).toBeGreaterThan(5);
  }
});

test("lb-grid selects rows by their numbers: one, Ctrl for more, Shift for a range", async () => {
  const grid = await mount("lb-grid", {result: people(), selectable: true});
  const seen: number[][] = [];
  grid.addEventListener("lb-selection", (event) => seen.push(event.rows));
  const number = (row: number) => part(grid, `[role=rowheader][data-row="${row}"] span`);
  const click = (row: number, keys: MouseEventInit = {}) =>
    number(row).dispatchEvent(new MouseEvent("click", {bubbles: true, ...keys}));
  click(1);
  click(3, {ctrlKey: true});
  click(1, {ctrlKey: true});
  click(0);
  click(2, {shiftKey: true});
  expect(seen).toEqual([[1], [1, 3], [3], [0], [0, 1, 2]]);
  await settle(grid);
  expect(foot(grid)).toContain("3 of 5 rows selected");
  expect(parts(grid, '[role=row][aria-selected="true"]')).toHaveLength(3);
});

test("lb-grid selects by ticking, one row after another and all at once", async () => {
  const grid = await mount("lb-grid", {result: people(), selectable: true});
  const ticks = () => page.elementLocator(grid).getByRole("checkbox");
  await ticks().nth(2).click();
  await ticks().nth(4).click();
  expect(grid.selectedRows).toEqual([1, 3]);
  await ticks().nth(0).click();
  expect(grid.selectedRows).toEqual([0, 1, 2, 3, 4]);
  await ticks().nth(0).click();
  expect(grid.selectedRows).toEqual([]);
});

test("lb-grid selects rows of the result, however they are sorted", async () => {
  const grid = await mount("lb-grid", {result: people(), selectable: true});
  await sortBy(grid, 1);
  await press(grid, "{ArrowDown}{Home} {Shift>}{ArrowDown}{/Shift}");
  expect(grid.selectedRows).toEqual([2, 4]);
  await sortBy(grid, 1);
  expect(grid.selectedRows).toEqual([2, 4]);
});

test("lb-grid is not selectable unless it is told so", async () => {
  const grid = await mount("lb-grid", {result: people()});
  await press(grid, " {Control>}a{/Control}");
  expect(grid.selectedRows).toEqual([]);
  expect(parts(grid, "input")).toHaveLength(0);
});

test("lb-grid moves its active cell by keys and names it to assistive technology", async () => {
  const grid = await mount("lb-grid", {result: people(), selectable: true});
  const active = () => {
    const cell = part(grid, `#${part(grid, "[role=grid]").getAttribute("aria-activedescendant")}`);
    return `${cell.dataset.row},${cell.dataset.column}`;
  };
  const steps: [keys: string, place: string][] = [
    ["{ArrowDown}", "1,0"],
    ["{ArrowRight}{ArrowRight}", "1,2"],
    ["{End}", "1,5"],
    ["{Home}", "1,0"],
    ["{ArrowLeft}", "1,-1"],
    ["{Control>}{End}{/Control}", "4,5"],
    ["{ArrowDown}", "4,5"],
    ["{Control>}{Home}{/Control}", "0,0"],
    ["{PageDown}", "4,0"],
    ["{PageUp}", "0,0"],
    ["{ArrowUp}", "-1,0"]
  ];
  for (const [keys, place] of steps) {
    await press(grid, keys);
    expect([keys, active()]).toEqual([keys, place]);
  }
});

test("lb-grid brings the active cell into view in a million rows", async () => {
  const grid = await mount("lb-grid", {result: toGenerated(MILLION, {"n BIGINT": (row) => row})});
  await press(grid, "{Control>}{End}{/Control}");
  expect(part(grid, "#active").textContent.trim()).toBe("999,999");
  await press(grid, "{ArrowUp}{PageUp}");
  const active = part(grid, "#active").getBoundingClientRect();
  const box = part(grid, ".scroller").getBoundingClientRect();
  expect(active.top).toBeGreaterThan(box.top);
  expect(active.bottom).toBeLessThan(box.bottom);
});

test("lb-grid selects by keys: Space, Shift with arrows, all, and Escape for none", async () => {
  const grid = await mount("lb-grid", {result: people(), selectable: true});
  await press(grid, "{ArrowDown} ");
  expect(grid.selectedRows).toEqual([1]);
  await press(grid, "{Shift>}{ArrowDown}{ArrowDown}{/Shift}");
  expect(grid.selectedRows).toEqual([1, 2, 3]);
  await press(grid, "{Shift>}{ArrowUp}{/Shift}");
  expect(grid.selectedRows).toEqual([1, 2]);
  await press(grid, "{Control>}a{/Control}");
  expect(grid.selectedRows).toEqual([0, 1, 2, 3, 4]);
  await press(grid, "{Escape}");
  expect(grid.selectedRows).toEqual([]);
});

test("lb-grid sorts, widens and moves columns by keys in the header", async () => {
  const grid = await mount("lb-grid", {result: people()});
  await press(grid, "{ArrowUp}{ArrowRight}{Enter}");
  expect(column(grid, 1)[0]).toBe("-0.25");
  const width = part(grid, "#active").offsetWidth;
  await press(grid, "{Shift>}{ArrowRight}{/Shift}");
  expect(part(grid, "#active").offsetWidth).toBe(width + 16);
  await press(grid, "{Shift>}{Control>}{ArrowLeft}{/Control}{/Shift}");
  expect(
    parts(grid, ".head .name")
      .map((name) => name.textContent.trim())
      .slice(0, 2)
  ).toEqual(["amount_eur", "name"]);
});

const copied = (grid: LbGrid): string => {
  const clipboardData = new DataTransfer();
  part(grid, "[role=grid]").dispatchEvent(
    new ClipboardEvent("copy", {clipboardData, bubbles: true, cancelable: true})
  );
  return clipboardData.getData("text/plain");
};

test("lb-grid copies selected rows as TSV in the order on screen, exact, null as nothing", async () => {
  const result = toResult({
    "a VARCHAR": ["x", 'tab\there "q"', null],
    "n DOUBLE": [1234.5, 0.1, 3],
    "d DATE": [new Date("2024-02-29"), null, null]
  });
  const grid = await mount("lb-grid", {result, selectable: true});
  await sortBy(grid, 1);
  await press(grid, "{Control>}a{/Control}");
  expect(copied(grid)).toBe('a\tn\td\n"tab\there ""q"""\t0.1\t\n\t3\t\nx\t1234.5\t2024-02-29\n');
});

test("lb-grid copies the active cell where no row is selected", async () => {
  const grid = await mount("lb-grid", {result: people(), selectable: true});
  await press(grid, "{ArrowRight}");
  expect(copied(grid)).toBe("1234.5");
  await press(grid, "{ArrowUp}");
  expect(copied(grid)).toBe("amount_eur");
});

test("lb-grid refuses to copy what no clipboard holds, and says what to do", async () => {
  const result = toGenerated(MILLION, {
    "a BIGINT": (row) => row,
    "b BIGINT": (row) => row,
    "c BIGINT": (row) => row
  });
  const grid = await mount("lb-grid", {result, selectable: true});
  await press(grid, "{Control>}a{/Control}");
  expect(copied(grid)).toBe("");
  await settle(grid);
  expect(foot(grid)).toContain("1,000,000 rows are too many to copy; export them instead");
});

test("lb-grid shows the whole of a long text on Enter, and gives the focus back on Escape", async () => {
  const long = "long ".repeat(400);
  const grid = await mount("lb-grid", {result: toResult({"t VARCHAR": [long]})});
  expect(cells(grid, 0)[0]!.length).toBeLessThan(long.length);
  expect(part(grid, "[role=gridcell]").title).toContain("long long");
  await press(grid, "{Enter}");
  const box = part(grid, "lb-grid-value");
  expect(part(box, "pre").textContent).toBe(long);
  expect(part(box, "[popover]").matches(":popover-open")).toBe(true);
  await expectAccessible(box);
  await userEvent.keyboard("{Escape}");
  await settle(grid);
  expect(part(box, "[popover]").matches(":popover-open")).toBe(false);
  expect(grid.shadowRoot!.activeElement).toBe(part(grid, "[role=grid]"));
});

test("lb-grid shows a value of a megabyte without stopping the page", async () => {
  const grid = await mount("lb-grid", {result: toResult({"t VARCHAR": ["x".repeat(1 << 20)]})});
  await press(grid, "{Enter}");
  const box = part(grid, "lb-grid-value");
  expect(part(box, "p").textContent.replace(/\s+/g, " ")).toContain(
    "The first 100,000 of 1,048,576 characters"
  );
});

test("lb-grid widens a column by its header's edge, and moves one that is dragged", async () => {
  const grid = await mount("lb-grid", {result: people()});
  const pull = (target: Element, by: number): void => {
    const {left, width, top} = target.getBoundingClientRect();
    const at = {clientX: left + width / 2, clientY: top + 10, bubbles: true, button: 0};
    target.dispatchEvent(new PointerEvent("pointerdown", at));
    dispatchEvent(new PointerEvent("pointermove", {...at, clientX: at.clientX + by}));
    dispatchEvent(new PointerEvent("pointerup", {...at, clientX: at.clientX + by}));
    target.dispatchEvent(new MouseEvent("click", at));
  };
  const header = part(grid, '[role=columnheader][data-column="0"]');
  const before = header.offsetWidth;
  pull(header.querySelector(".resizer")!, 50);
  await settle(grid);
  expect(header.offsetWidth).toBe(before + 50);
  pull(header, 200);
  await settle(grid);
  const names = parts(grid, ".head .name").map((name) => name.textContent.trim());
  expect(names.slice(0, 2)).toEqual(["amount_eur", "name"]);
  expect(parts(grid, '[aria-sort="ascending"]')).toHaveLength(0);
});

test("lb-grid follows the density that is chosen", async () => {
  const grid = await mount("lb-grid", {result: people()});
  document.documentElement.dataset.density = "comfortable";
  await new Promise((resolve) => setTimeout(resolve, 50));
  await settle(grid);
  expect(part(grid, ".body [role=row]").offsetHeight).toBe(32);
  delete document.documentElement.dataset.density;
});
