import {expect, test} from "vitest";
import {Random} from "../../src/lib/random.ts";
import type {TypeaheadOptions} from "../../src/search/typeahead-index.ts";
import {TypeaheadIndex} from "../../src/search/typeahead-index.ts";
import type {TypeaheadItem} from "../../src/search/typeahead-item.ts";

const DAY_MS = 24 * 3600 * 1000;

/** An index of titles, the first one the oldest; the id is the title. */
function indexOf(...titles: string[]): TypeaheadIndex<TypeaheadItem> {
  const index = new TypeaheadIndex();
  for (const [i, title] of titles.entries()) index.put({id: title, title, updated: i});
  return index;
}

function titles(
  index: TypeaheadIndex<TypeaheadItem>,
  text: string,
  options?: TypeaheadOptions<TypeaheadItem>
): string[] {
  return index.search(text, options).map(({item}) => item.title);
}

test("search(text) ranks the whole title before its start, words, near words and insides", () => {
  const index = indexOf("Sandbox", "Bux", "The box", "Box two", "Box", "Crate");
  expect(titles(index, "box")).toEqual(["Box", "Box two", "The box", "Bux", "Sandbox"]);
  expect(index.search("box").map(({score}) => Math.floor(score))).toEqual([5, 4, 3, 2, 1]);
});

test("search(text) wants every word, in any order, each as a beginning", () => {
  const index = indexOf("Red wooden box", "Red tin", "Wooden box");
  expect(titles(index, "bo re")).toEqual(["Red wooden box"]);
  expect(titles(index, "red woo")).toEqual(["Red wooden box"]);
  expect(titles(index, "box tin")).toEqual([]);
});

test.each<[typed: string, why: string]>([
  ["freezr", "a letter is missing"],
  ["freeezer", "a letter is doubled"],
  ["fraezer", "a letter is another"],
  ["rfeezer", "two letters changed places"],
  ["laboratoryy freezre", "in both words"],
  ["labratroy", "two letters of a long word are wrong"],
  ["frezer lab", "in the first word, the second begun"]
])("search(%j) finds a title where %s", (typed) => {
  const index = indexOf("Freezer in the laboratory", "Fridge", "Laundry basket");
  expect(titles(index, typed)).toEqual(["Freezer in the laboratory"]);
});

test("search(text) takes no number and no short word for another", () => {
  const index = indexOf("Room 12", "Ox");
  expect(titles(index, "room 13")).toEqual([]);
  expect(titles(index, "ax")).toEqual([]);
  expect(titles(index, "room 1")).toEqual(["Room 12"]);
});

test.each<[typed: string, title: string]>([
  ["creme bru", "Crème brûlée"],
  ["CRÈME", "Creme"],
  ["ﬁle", "file"],
  ["都庁", "東京都庁舎"],
  ["京都庁舎前", "東京都庁舎前"],
  ["コーヒ", "ブルーコーヒー豆"],
  ["한국", "한국어 책"],
  ["한구", "한국어 책"],
  ["עולם", "שלום עולם"],
  ["كتاب", "الأول كِتَاب"],
  ["👩‍🔬", "👩‍🔬 Lab"],
  ["c++", "C++ primer"],
  ["o'neil", "O’Neil’s pub"],
  ["80 c", "−80 °C freezer"],
  ["<img", "<img src=x onerror=alert(1)>"]
])("search(%j) finds %j", (typed, title) => {
  expect(titles(indexOf(title, "Something else"), typed)).toEqual([title]);
});

test("search(text) of nothing gives what is used and new; of marks alone, nothing", () => {
  const index = indexOf("Old", "Older but used", "New");
  index.use("Older but used", {count: 3, at: 2});
  expect(titles(index, " ")).toEqual(["Older but used", "New", "Old"]);
  expect(titles(index, "…!")).toEqual([]);
  expect(titles(new TypeaheadIndex(), "a")).toEqual([]);
  expect(titles(indexOf("", "  "), "a")).toEqual([]);
});

test("search(text) puts what is used, then what is new, before others of its rank and before none of a better one", () => {
  const index = new TypeaheadIndex();
  for (const [i, id] of ["a", "b", "c"].entries())
    index.put({id, title: `Lamp ${id}`, updated: i * 90 * DAY_MS});
  index.put({id: "d", title: "The lamp", updated: 0});
  const ids = (): string[] => index.search("lamp").map(({item}) => item.id);
  expect(ids()).toEqual(["c", "b", "a", "d"]);
  index.use("d", {count: 50, at: 180 * DAY_MS});
  index.use("a", {count: 2, at: 180 * DAY_MS});
  expect(ids()).toEqual(["a", "c", "b", "d"]);
  index.use("b", {count: 20, at: 180 * DAY_MS});
  expect(ids()[0]).toBe("b");
});

test("put(item) with other names finds it by a whole one before the start of one, and both after its title", () => {
  const index = new TypeaheadIndex();
  index.put({id: "1", title: "Microscope", also: ["SN 4711", "Optics"], updated: 0});
  index.put({id: "2", title: "Optical bench", updated: 0});
  const found = (text: string): string[] =>
    index.search(text).map(({item, score}) => `${item.id} ${Math.floor(score)}`);
  expect(found("4711")).toEqual(["1 3"]);
  expect(found("471")).toEqual(["1 2"]);
  expect(found("opti")).toEqual(["2 4", "1 2"]);
});

test("put and remove leave the index as if it had been made of what is left, whatever the order", () => {
  const random = new Random("typeahead");
  const words = "lamp box red green table chair freezer sample blue".split(" ");
  const kept = new Map<string, TypeaheadItem>();
  const index = new TypeaheadIndex();
  for (let i = 0; i < 15_000; ++i) {
    const id = `id${random.integer(0, 800)}`;
    if (random.chance(0.3)) {
      kept.delete(id);
      index.remove(id);
    } else {
      const title = `${random.pick(words)} ${random.pick(words)} ${random.integer(1, 40)}`;
      kept.set(id, {id, title, updated: i * 1e6});
      index.put(kept.get(id)!);
    }
  }
  const fresh = new TypeaheadIndex();
  for (const item of random.shuffle([...kept.values()])) fresh.put(item);
  // the newest of all may be gone: it is what recency is told by
  const last = {id: "last", title: "last", updated: 15_000e6};
  index.put(last);
  fresh.put(last);
  expect(index.size).toBe(fresh.size);
  for (const text of ["", "l", "lamp", "tabel", "re bo 1", "amp", "frezer 12", "chair"])
    expect(index.search(text, {limit: 30})).toEqual(fresh.search(text, {limit: 30}));
});

test("search(text, {limit, accept}) gives so many of those that may be, and get(id) the item", () => {
  const index = indexOf("Box a", "Box b", "Box c");
  expect(titles(index, "box", {limit: 1})).toHaveLength(1);
  expect(titles(index, "box", {limit: 0})).toEqual([]);
  expect(titles(index, "box", {accept: ({id}) => id !== "Box b"})).toEqual(["Box c", "Box a"]);
  expect(index.get("Box a")?.title).toBe("Box a");
  index.remove("Box a");
  expect(index.get("Box a")).toBeUndefined();
  expect(titles(index, "a")).toEqual([]);
});
