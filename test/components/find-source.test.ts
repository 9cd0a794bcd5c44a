import {expect, test} from "vitest";
import {findSource} from "../../components/find-source.ts";
import type {Catalogue} from "../../src/index.ts";
import {EMPTY_CATALOGUE} from "../../src/model/catalogue.ts";

const SOURCE = {table: "boxes", file: "a.csv", sha256: "aa", row: 2};

function toCatalogue(...parts: Catalogue["parts"]): Catalogue {
  const at = new Date(0);
  const files = parts.map(({file, sha256}) => ({
    path: file,
    format: "csv",
    connector: null,
    bytes: 0,
    sha256,
    modified: at,
    compiled: at,
    details: "{}"
  }));
  return {...EMPTY_CATALOGUE, files, parts};
}

test("findSource(catalogue, source) finds the row by its file's content, wherever the file lies now", () => {
  const place = findSource(
    toCatalogue({table: "boxes", file: "moved/b.csv", sha256: "aa", firstRow: 10, rows: 5}),
    SOURCE
  );
  expect(place).toEqual({
    state: "there",
    table: "boxes",
    sql: 'select * from lake."boxes" where rowid = 12'
  });
});

test("findSource(catalogue, source) prefers the table that the entry was kept from", () => {
  const part = {file: "a.csv", sha256: "aa", firstRow: 0, rows: 5};
  const place = findSource(
    toCatalogue({...part, table: "other"}, {...part, table: "boxes"}),
    SOURCE
  );
  expect(place).toMatchObject({state: "there", table: "boxes"});
});

test("findSource(catalogue, source) tells a file that was changed from one that is gone", () => {
  const changed = toCatalogue({table: "boxes", file: "a.csv", sha256: "bb", firstRow: 0, rows: 5});
  expect(findSource(changed, SOURCE)).toEqual({state: "changed", table: "boxes"});
  expect(findSource(EMPTY_CATALOGUE, SOURCE)).toEqual({state: "gone"});
});
