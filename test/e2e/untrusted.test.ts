import type {Page} from "playwright";
import {expect, test} from "vitest";
import {useSite} from "./use-site.ts";
import {visit, visitIn} from "./visit.ts";

/** Text that would do harm where text is taken for markup. */
const EVIL = `<img src=x onerror="globalThis.harmed=true">"'><b>&amp;`;
/** The pages that show what people keep. */
const PAGES = [
  "index.html",
  "entries.html",
  "entries.html?type=evil",
  "types.html",
  "types.html?type=evil",
  "edges.html",
  "review.html",
  "history.html"
];

/** Pages that are open at a time: most of opening one is waiting. */
const AT_ONCE = 5;

const site = useSite({base: "/"});

/** Elements that text has become, in the page and in all shadow roots. */
const countHarm = (page: Page): Promise<unknown> =>
  page.evaluate(() => {
    const find = (root: Document | ShadowRoot): Element[] =>
      [...root.querySelectorAll("*")].flatMap((element) => [
        ...(element.matches("img[src=x]") ? [element] : []),
        ...(element.shadowRoot ? find(element.shadowRoot) : [])
      ]);
    return {images: find(document).length, harmed: "harmed" in globalThis};
  });

test("what people wrote into every name, field, label and tag stays text on every page", async () => {
  const tour = await visit(site.browser, `${site.url}entries.html`);
  const id = await tour.page.evaluate(async (evil) => {
    const {store} = (await lakebook)!;
    const text = {type: "string", title: evil, description: evil} as const;
    await store.types.put({
      name: "evil",
      label: evil,
      plural: evil,
      help: evil,
      schema: {
        type: "object",
        properties: {
          name: text,
          notes: {...text, format: "multiline"},
          choice: {title: evil, enum: [evil, "b"]},
          list: {title: evil, type: "array", items: {type: "string"}},
          group: {title: evil, type: "object", properties: {inner: text}},
          grouped: {...text, "x-lakebook": {group: evil, placeholder: evil}},
          weight: {type: "number", "x-lakebook": {unit: evil}}
        }
      },
      titleField: "name",
      keyField: null,
      version: 1
    });
    await store.kinds.put({
      name: "evil_edge",
      label: evil,
      inverse: evil,
      symmetric: false,
      fromTypes: [],
      toTypes: [],
      schema: {type: "object", properties: {role: text}}
    });
    const fields = {notes: evil, choice: evil, list: [evil], group: {inner: evil}, grouped: evil};
    const {ids} = await store.entries.addAll(
      ["", " two"].map((more) => ({
        type: "evil",
        fields: {...fields, name: evil + more, weight: 1},
        tags: [evil]
      })),
      {what: evil}
    );
    const [from, to] = ids as [string, string];
    await store.edges.add({kind: "evil_edge", from, to, fields: {role: evil}});
    await store.suggestions.propose([
      {
        kind: "duplicate",
        ends: [from, to],
        proposal: {do: "merge"},
        score: 0.9,
        evidence: [{what: evil, weight: 1}],
        method: evil
      }
    ]);
    await store.settings.set("author", evil);
    await store.entries.remove(
      (await store.entries.addAll([{type: "evil", fields: {name: evil}}])).ids
    );
    return from;
  }, EVIL);
  const entry = await tour.page.evaluate(async (id) => {
    const {slug, type} = (await (await lakebook)!.store.entries.get(id))!;
    return `entry.html?type=${type}&slug=${encodeURIComponent(slug)}`;
  }, id);
  const paths = [...PAGES, entry];
  const look = async (): Promise<void> => {
    for (let path = paths.shift(); path !== undefined; path = paths.shift()) {
      const {page, problems, settle} = await visitIn(tour.context, site.url + path);
      await page.getByText(EVIL).filter({visible: true}).first().waitFor();
      await settle();
      expect([path, await countHarm(page)]).toEqual([path, {images: 0, harmed: false}]);
      expect([path, problems]).toEqual([path, []]);
      await page.close();
    }
  };
  await Promise.all(Array.from({length: AT_ONCE}, look));
});
