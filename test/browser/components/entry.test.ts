import {userEvent} from "vitest/browser";
import {afterEach, describe, expect, test} from "vitest";
import "../../../components/lb-entry.ts";
import type {LbEntry} from "../../../components/lb-entry.ts";
import type {Catalogue, Entry, Workspace} from "../../../src/index.ts";
import {InputError, UnavailableError} from "../../../src/index.ts";
import {openAgain} from "../store/fresh-store.ts";
import {findFocused} from "./find-all.ts";
import {expectAccessible, mount, part, parts, settle} from "./mount.ts";
import {EVIL, FREEZER, ITEM, add, goTo, openRecords, watchAlerts} from "./records.ts";
import {toResult} from "./results.ts";

const SHA = "ab".repeat(32);

const SOURCE = {table: "freezers", file: "lab/freezers.csv", sha256: SHA, row: 3};

afterEach(() => {
  document.querySelector("lb-undo-toast")?.remove();
  delete document.documentElement.dataset.theme;
  sessionStorage.clear();
  localStorage.clear();
});

async function open(workspace: Workspace, search: string): Promise<LbEntry> {
  goTo(search);
  const page = await mount("lb-entry", {workspace}, "width: 1000px");
  await expect.poll(() => page.shadowRoot!.querySelector("h1")).not.toBeNull();
  return page;
}

function text(root: Element, selector: string): string {
  return part(root, selector).textContent.replace(/\s+/g, " ").trim();
}

function sectionText(page: LbEntry, tag: string): string {
  return part(page, tag).shadowRoot!.textContent.replace(/\s+/g, " ").trim();
}

function toCatalogue(sha256: string, path: string, firstRow = 10): Catalogue {
  const at = new Date(0);
  return {
    files: [
      {
        path,
        format: "csv",
        connector: null,
        bytes: 1,
        sha256,
        modified: at,
        compiled: at,
        details: "{}"
      }
    ],
    tables: [],
    parts: [{table: "freezers", file: path, sha256, firstRow, rows: 5}],
    columns: [],
    problems: [],
    rejects: []
  };
}

describe("lb-entry", () => {
  test("lb-entry is accessible in light and dark, shown and edited", async () => {
    const workspace = await openRecords();
    const entry = await add(workspace.store, FREEZER, {name: "One", litres: 12}, ["cold"]);
    const page = await open(workspace, `?id=${entry.id}`);
    await expectAccessible(page);
    document.documentElement.dataset.theme = "dark";
    await userEvent.click(part(page, ".edit"));
    await settle(page);
    await expectAccessible(page);
  });

  test("an entry shows its fields in the order of its type, and those the type does not have", async () => {
    const workspace = await openRecords();
    const {store} = workspace;
    const entry = await add(store, FREEZER, {
      colour: "red",
      litres: 12_500,
      name: "One",
      bought: "2020-02-01"
    });
    const page = await open(workspace, `?id=${entry.id}`);
    const terms = parts(page, "dt").map((term) => term.textContent.trim().replace(/\s+/g, " "));
    const values = parts(page, "dd").map((value) => value.textContent.trim());
    expect(terms).toEqual(["Name", "Volume in l", "Bought", "Notes", "Colour *"]);
    expect(values).toEqual(["One", "12,500", "2020-02-01", "–", "red"]);
    expect(document.title).toBe("One | Lakebook");
  });

  test("an address by id becomes the one that people can read, and a former slug the present one", async () => {
    const workspace = await openRecords();
    const entry = await add(workspace.store, FREEZER, {name: "One"});
    await workspace.store.entries.update(entry.id, {fields: {name: "Uno"}});
    const page = await open(workspace, "?type=freezer&slug=one");
    expect(text(page, "h1")).toBe("Uno");
    expect(location.search).toBe("?type=freezer&slug=uno");
    page.remove();
    await open(workspace, `?id=${entry.id}`);
    expect(location.search).toBe("?type=freezer&slug=uno");
  });

  test("what is not there is said, with a way to search for it", async () => {
    const workspace = await openRecords();
    const page = await open(workspace, "?type=freezer&slug=big-blue");
    expect(text(page, "h1")).toBe("No such entry");
    expect(part<HTMLAnchorElement>(page, "p a").getAttribute("href")).toBe(
      "./entries.html?q=big+blue"
    );
    await expectAccessible(page);
  });

  test("editing saves in place, in the address and in every other tab", async () => {
    const workspace = await openRecords();
    const entry = await add(workspace.store, FREEZER, {name: "One"});
    const page = await open(workspace, `?id=${entry.id}`);
    const other = await open(
      {...workspace, store: await openAgain(workspace.store)} as Workspace,
      `?id=${entry.id}`
    );
    page.focus();
    await userEvent.click(part(page, ".edit"));
    await expect.poll(findFocused).toBeInstanceOf(HTMLInputElement);
    await userEvent.keyboard("{Control>}a{/Control}Uno{Control>}{Enter}{/Control}");
    await expect.poll(() => text(page, "h1")).toBe("Uno");
    await expect.poll(() => text(other, "h1")).toBe("Uno");
    await expect
      .poll(() => sectionText(page, "lb-history"))
      .toMatch(/Edit "Uno".*Name: One → Uno.*Add "One"/);
  });

  test("a deleted entry says so, keeps its place, and comes back", async () => {
    const workspace = await openRecords();
    const entry = await add(workspace.store, FREEZER, {name: "One"});
    const page = await open(workspace, `?id=${entry.id}`);
    await userEvent.click(part(page, "button.danger"));
    await expect.poll(() => text(page, "p")).toContain("This entry was deleted.");
    await expectAccessible(page);
    await userEvent.keyboard("{Control>}z{/Control}");
    await expect.poll(() => page.shadowRoot!.querySelector("dl")).not.toBeNull();
    await workspace.store.entries.remove([entry.id]);
    page.remove();
    const later = await open(workspace, "?type=freezer&slug=one");
    await expect.poll(() => text(later, "p")).toContain("This entry was deleted.");
    await userEvent.click(part(later, "p button"));
    await expect.poll(() => later.shadowRoot!.querySelector("dl")).not.toBeNull();
  });

  test("a former state is restored from the history", async () => {
    const workspace = await openRecords();
    const {store} = workspace;
    const entry = await add(store, FREEZER, {name: "One", litres: 1});
    await store.entries.update(entry.id, {fields: {name: "One", litres: 2}});
    const page = await open(workspace, `?id=${entry.id}`);
    await expect.poll(() => sectionText(page, "lb-history")).toContain("Volume in l: 1 → 2");
    await userEvent.click(part(part(page, "lb-history"), "[aria-label^='Restore the version']"));
    await expect.poll(async () => (await store.entries.get(entry.id))?.fields.litres).toBe(1);
  });

  test("one former value is brought back alone, and history says who did what", async () => {
    const workspace = await openRecords();
    const {store} = workspace;
    const entry = await add(store, FREEZER, {name: "One", litres: 1}, ["cold"]);
    await store.settings.set("author", EVIL);
    const notes = "stands in the cellar beside the stairs";
    await store.entries.update(entry.id, {fields: {name: "Uno", litres: 2, notes}, tags: []});
    await store.entries.update(entry.id, {
      fields: {name: "Uno", litres: 2, notes: notes.replace("stairs", "door")}
    });
    const page = await open(workspace, `?id=${entry.id}`);
    const list = part(page, "lb-history");
    await expect.poll(() => sectionText(page, "lb-history")).toContain("Volume in l: 1 → 2");
    expect(part(list, "li del").textContent).toBe("stairs");
    expect(sectionText(page, "lb-history")).toContain(EVIL);
    await expectAccessible(list);
    await userEvent.click(part(list, "[aria-label='Bring the former Volume in l back']"));
    await expect.poll(async () => (await store.entries.get(entry.id))?.fields.litres).toBe(1);
    await userEvent.click(part(list, "[aria-label='Bring the former Tags back']"));
    await expect.poll(async () => (await store.entries.get(entry.id))?.tags).toEqual(["cold"]);
    expect((await store.entries.get(entry.id))?.title).toBe("Uno");
  });

  test("an entry that another tab removes while it is edited says so, and what was typed is there after the restore", async () => {
    const workspace = await openRecords();
    const {store} = workspace;
    const entry = await add(store, FREEZER, {name: "One"});
    const page = await open(workspace, `?id=${entry.id}`);
    await userEvent.click(part(page, ".edit"));
    await expect.poll(findFocused).toBeInstanceOf(HTMLInputElement);
    await userEvent.keyboard("{Control>}a{/Control}Typed");
    const other = await openAgain(store);
    await other.entries.remove([entry.id]);
    await expect.poll(() => text(page, "p")).toContain("This entry was deleted.");
    await userEvent.click(part(page, "p button"));
    await expect
      .poll(() => {
        const form = page.shadowRoot?.querySelector("lb-entry-form")?.shadowRoot;
        const field = form?.querySelector("lb-form")?.shadowRoot?.querySelector("lb-field");
        return field?.shadowRoot?.querySelector("input")?.value;
      })
      .toBe("Typed");
  });

  test("problems with fields are said beside them, and nothing is refused for them", async () => {
    const workspace = await openRecords();
    const entry = await add(workspace.store, FREEZER, {litres: "many", notes: "a"});
    const page = await open(workspace, `?id=${entry.id}`);
    const problems = parts(page, ".problem").map((problem) => problem.textContent.trim());
    expect(problems).toHaveLength(2);
  });

  test("the text of an entry is never markup", async () => {
    const alerts = watchAlerts();
    const workspace = await openRecords({types: [{...FREEZER, label: EVIL}]});
    const entry = await add(workspace.store, FREEZER, {name: EVIL, [EVIL]: EVIL}, [EVIL]);
    const page = await open(workspace, `?id=${entry.id}`);
    await expect.poll(() => sectionText(page, "lb-history")).toContain(EVIL);
    for (const root of [page, part(page, "lb-history"), part(page, "lb-edges")])
      expect(root.shadowRoot!.querySelector("img")).toBeNull();
    expect(text(page, "h1")).toBe(EVIL);
    expect(alerts()).toBe(0);
  });

  test("an address in a field is a link, a script is not", async () => {
    const type = {
      ...ITEM,
      schema: {
        type: "object" as const,
        properties: {
          label: {type: "string" as const},
          good: {type: "string" as const, format: "uri"},
          bad: {type: "string" as const, format: "uri"}
        }
      }
    };
    const workspace = await openRecords({types: [type]});
    const entry = await add(workspace.store, type, {
      label: "L",
      good: "https://example.org/a",
      bad: "javascript:alert(1)"
    });
    const page = await open(workspace, `?id=${entry.id}`);
    const links = parts<HTMLAnchorElement>(page, "dd a").map((link) => link.getAttribute("href"));
    expect(links).toEqual(["https://example.org/a"]);
  });
});

describe("lb-source-row", () => {
  async function openSourced(given: Parameters<typeof openRecords>[0]): Promise<LbEntry> {
    const workspace = await openRecords(given);
    const [id] = (
      await workspace.store.entries.addAll([
        {type: "freezer", fields: {name: "One"}, source: SOURCE}
      ])
    ).ids;
    return open(workspace, `?id=${id}`);
  }

  test("an entry shows where it came from, and its raw row as the lake has it", async () => {
    const asked: string[] = [];
    const page = await openSourced({
      catalogue: toCatalogue(SHA, "renamed.csv"),
      query: (sql) => {
        asked.push(sql);
        return Promise.resolve(
          toResult({"name VARCHAR": [EVIL], "litres BIGINT": [12n], "gone VARCHAR": [null]})
        );
      }
    });
    await expect.poll(() => sectionText(page, "lb-source-row")).toContain("Raw row · 3 columns");
    expect(asked).toEqual(['select * from lake."freezers" where rowid = 13']);
    expect(sectionText(page, "lb-source-row")).toMatch(
      /lab\/freezers\.csv SHA-256 abababababab Row 4/
    );
    await userEvent.click(part(part(page, "lb-source-row"), "summary"));
    expect(sectionText(page, "lb-source-row")).toContain(`name ${EVIL} litres 12 gone null`);
    await expectAccessible(page);
  });

  test("a file that was changed or removed is said to be so, and no other row is shown for it", async () => {
    const changed = await openSourced({catalogue: toCatalogue("cd".repeat(32), SOURCE.file)});
    await expect
      .poll(() => sectionText(changed, "lb-source-row"))
      .toContain("The file has changed since");
    changed.remove();
    const gone = await openSourced({});
    await expect.poll(() => sectionText(gone, "lb-source-row")).toContain("no longer in the lake");
  });

  test("a lake that cannot be read fails here and nowhere else", async () => {
    const page = await openSourced({
      catalogue: toCatalogue(SHA, SOURCE.file),
      query: () => Promise.reject(new UnavailableError("lake cannot be opened"))
    });
    await expect
      .poll(() => sectionText(part(page, "lb-source-row") as unknown as LbEntry, "lb-failure"))
      .toContain("lake cannot be opened");
    expect(text(page, "h1")).toBe("One");
  });
});

describe("lb-similar", () => {
  async function openWith(similar: Workspace["similar"]): Promise<{page: LbEntry; entry: Entry}> {
    const workspace = await openRecords({similar});
    const entry = await add(workspace.store, FREEZER, {name: "One"});
    return {page: await open(workspace, `?id=${entry.id}`), entry};
  }

  test("similar entries are listed with their scores", async () => {
    const workspace = await openRecords();
    const one = await add(workspace.store, FREEZER, {name: "One"});
    const two = await add(workspace.store, FREEZER, {name: "Two"});
    const similar: Workspace["similar"] = () => Promise.resolve([{entry: two, score: 0.8765}]);
    const page = await open(
      {...workspace, store: workspace.store, similar} as Workspace,
      `?id=${one.id}`
    );
    await expect.poll(() => sectionText(page, "lb-similar")).toContain("Two Freezer 0.88");
    await expectAccessible(page);
  });

  test("while texts are read the progress is shown and can be stopped", async () => {
    let signal: AbortSignal | undefined;
    const {page} = await openWith((_id, options) => {
      ({signal} = options ?? {});
      options?.onProgress?.(3, 10);
      return new Promise((_, reject) =>
        signal?.addEventListener("abort", () => reject(signal!.reason as Error))
      );
    });
    const similar = part(page, "lb-similar");
    await expect
      .poll(() => part(similar, "lb-progress").shadowRoot!.textContent.replace(/\s+/g, " "), {
        timeout: 3000
      })
      .toContain("3 of 10 texts");
    await expectAccessible(page);
    await userEvent.click(part(part(similar, "lb-progress"), "button"));
    expect(signal!.aborted).toBe(true);
    await expect.poll(() => sectionText(page, "lb-similar")).toContain("Stopped");
  });

  test("nothing to compare is said quietly, a missing model is a failure with a retry", async () => {
    const {page} = await openWith(() => Promise.reject(new InputError("entry has no text: One")));
    await expect.poll(() => sectionText(page, "lb-similar")).toContain("entry has no text: One");
    page.remove();
    let calls = 0;
    const {page: second} = await openWith(() => {
      if (++calls > 1) return Promise.resolve([]);
      return Promise.reject(new UnavailableError("model file missing: model.onnx"));
    });
    const similar = part(second, "lb-similar");
    await expect.poll(() => similar.shadowRoot!.querySelector("lb-failure")).not.toBeNull();
    await userEvent.click(part(part(similar, "lb-failure"), "button"));
    await expect
      .poll(() => sectionText(second, "lb-similar"))
      .toContain("no other entry with text");
  });
});
