import {expect, test} from "vitest";
import {bookmarks} from "../../src/connectors/bookmarks/bookmarks.ts";
import {connect, dropNulls} from "./rows.ts";

const HTML = `<!DOCTYPE NETSCAPE-Bookmark-file-1>
<META HTTP-EQUIV="Content-Type" CONTENT="text/html; charset=UTF-8">
<TITLE>Bookmarks</TITLE><H1>Bookmarks</H1>
<DL><p>
  <DT><H3 ADD_DATE="1700000000">Cooking &amp; more</H3>
  <DL><p>
    <DT><A HREF="https://www.example.org/soup?a=1&amp;b=2" ADD_DATE="1700000001" TAGS="soup,winter" ICON="data:x">Soup</A>
    <DD>the good one
    <DT><H3>Cakes</H3>
    <DL><p><DT><A HREF="https://example.org/pear" ADD_DATE="1700000002000">Pear <b>cake</b></A></DL><p>
  </DL><p>
  <DT><A HREF="https://example.com/">Top</A>
</DL><p>`;
const CHROME = {
  checksum: "x",
  roots: {
    bookmark_bar: {
      type: "folder",
      name: "Bookmarks bar",
      children: [
        {type: "url", name: "A", url: "https://a.org/", date_added: "13344473600000000"},
        {type: "folder", name: "Deep", children: [{type: "url", name: "", url: "https://b.org/"}]}
      ]
    },
    other: {type: "folder", name: "Other", children: []}
  },
  version: 1
};
const FIREFOX = {
  guid: "root________",
  title: "",
  type: "text/x-moz-place-container",
  children: [
    {
      title: "menu",
      type: "text/x-moz-place-container",
      children: [
        {
          title: "A",
          uri: "https://a.org/",
          type: "text/x-moz-place",
          dateAdded: 1700000000000000,
          tags: "x,y"
        },
        {title: "Recent", uri: "place:sort=14", type: "text/x-moz-place"}
      ]
    }
  ]
};

test("bookmarks reads Netscape's HTML: folders, notes, tags, seconds and milliseconds", async () => {
  const {tables, problems} = await connect(bookmarks, HTML, "a.html");
  expect(problems).toEqual([]);
  expect(dropNulls(tables.bookmarks!)).toEqual([
    {
      bookmark_id: "Cooking & more | https://www.example.org/soup?a=1&b=2",
      url: "https://www.example.org/soup?a=1&b=2",
      domain: "example.org",
      title: "Soup",
      folder: "Cooking & more",
      parts: ["Cooking & more"],
      added: new Date(1700000001000),
      tags: ["soup", "winter"],
      note: "the good one"
    },
    expect.objectContaining({
      title: "Pear cake",
      folder: "Cooking & more / Cakes",
      added: new Date(1700000002000)
    }),
    expect.objectContaining({title: "Top", folder: "", parts: []})
  ]);
});

test("bookmarks reads Chrome's own file, whose years begin in 1601", async () => {
  const {tables} = await connect(bookmarks, JSON.stringify(CHROME), "Bookmarks");
  expect(dropNulls(tables.bookmarks!)).toMatchObject([
    {url: "https://a.org/", folder: "Bookmarks bar", added: new Date("2023-11-14T22:13:20Z")},
    {url: "https://b.org/", parts: ["Bookmarks bar", "Deep"]}
  ]);
});

test("bookmarks reads a backup of Firefox, with tags and without its queries", async () => {
  const {tables} = await connect(bookmarks, JSON.stringify(FIREFOX), "a.json");
  expect(tables.bookmarks).toMatchObject([
    {title: "A", folder: "menu", added: new Date(1700000000000), tags: ["x", "y"]}
  ]);
});

test("bookmarks recognises the three by their beginning", () => {
  const recognise = (text: string) =>
    bookmarks.recognise({path: "a", head: new TextEncoder().encode(text), text, isWhole: true});
  expect([HTML, JSON.stringify(CHROME), JSON.stringify(FIREFOX)].map(recognise)).toEqual([
    true,
    true,
    true
  ]);
  expect(recognise("<!doctype html><a href='https://a.org'>A</a>")).toBe(false);
  expect(recognise('{"roots": ["a"]}')).toBe(false);
});

test("bookmarks refuses a file without any", async () => {
  const {tables, problems} = await connect(bookmarks, "{}", "a.json");
  expect(tables).toEqual({});
  expect(problems[0]!.what).toBe("no bookmark in it");
});
