import {expect, test} from "vitest";
import {findLinks, toNoteKey} from "../../src/connectors/vault/links.ts";
import {vault} from "../../src/connectors/vault/vault.ts";
import {connect} from "./rows.ts";

const NOTE = [
  "---",
  "title: The Plan",
  "tags: [work, 2024]",
  "aliases: [Plan B]",
  "date: 2024-05-06",
  'up: "[[Home]]"',
  "---",
  "See [[Über uns#Team|the team]] and ![[map.png]], not `[[code]]`. #todo/now",
  "",
  "```",
  "[[fenced]] #none",
  "```",
  "Back to [home](../Home%20page.md#top), out to [web](https://example.org/a) and https://example.org/b."
].join("\n");

test("vault keeps the columns of notes, and adds names, tags, a date and the number of links", async () => {
  const {tables, problems} = await connect(vault, NOTE, "vault/work/Plan A.md");
  expect(problems).toEqual([]);
  expect(tables.notes).toMatchObject([
    {
      path: "vault/work/Plan A.md",
      title: "The Plan",
      words: expect.any(Number) as number,
      text: expect.stringContaining("See [[") as string,
      note: "plan a",
      names: ["plan a", "the plan", "plan b"],
      aliases: ["Plan B"],
      tags: ["work", "2024", "todo/now"],
      date: new Date("2024-05-06T00:00:00Z"),
      properties: null,
      link_count: 4
    }
  ]);
});

test("vault gives each link, embed, tag and address with its line, none out of code", async () => {
  const {tables} = await connect(vault, NOTE, "vault/work/Plan A.md");
  const all = tables.note_links!.map(({kind, target, to_note, heading, alias, line}) => [
    ...[kind, target, to_note, heading, alias, line]
  ]);
  expect(all).toEqual([
    ["link", "Home", "home", null, null, 6],
    ["link", "Über uns", "uber uns", "Team", "the team", 8],
    ["embed", "map.png", "map.png", null, null, 8],
    ["tag", "todo/now", "todo/now", null, null, 8],
    ["link", "../Home page.md", "home page", "top", "home", 13],
    ["url", "https://example.org/a", null, null, "web", 13],
    ["url", "https://example.org/b", null, null, null, 13]
  ]);
  expect(tables.note_links![0]).toMatchObject({
    from_path: "vault/work/Plan A.md",
    from_note: "plan a",
    seq: 1
  });
});

test("vault reads Logseq's properties, tags, block references and embeds", async () => {
  const text =
    "alias:: One, [[Two]]\ntags:: [[big idea]], small\n\n- {{embed [[Other]]}} #[[two words]]\n- ((63b5e2a1-0b2c-4f6d-8a9e-1234567890ab))\n";
  const {tables} = await connect(vault, text, "journals/2024_05_06.md");
  expect(tables.notes).toMatchObject([
    {
      aliases: ["One", "Two"],
      tags: ["big idea", "small", "two words"],
      date: new Date("2024-05-06T00:00:00Z"),
      properties: '{"alias":"One, [[Two]]","tags":"[[big idea]], small"}'
    }
  ]);
  expect(tables.note_links!.map(({kind, target}) => [kind, target])).toEqual([
    ["link", "Two"],
    ["link", "big idea"],
    ["tag", "two words"],
    ["embed", "Other"],
    ["block", "63b5e2a1-0b2c-4f6d-8a9e-1234567890ab"]
  ]);
});

test("vault gives a note without links no edges, and a heading in the same note an edge to itself", async () => {
  expect(Object.keys((await connect(vault, "# A\n\nwords", "a.md")).tables)).toEqual(["notes"]);
  const {tables} = await connect(vault, "[[#Below]]", "a.md");
  expect(tables.note_links).toMatchObject([{target: "", to_note: "a", heading: "Below"}]);
});

test("findLinks(text) takes no heading, number, colour or anchor for a tag", () => {
  expect(findLinks("# Title\n#1 and a#b, [x](#top) &#39; https://a.org/#frag")).toEqual([
    {kind: "link", target: "", heading: "top", alias: "x", line: 2},
    {kind: "url", target: "https://a.org/#frag", heading: null, alias: null, line: 2}
  ]);
});

test("toNoteKey(target) is the same of a note and of a link to it", () => {
  expect(toNoteKey("Vault/Deep/Über Uns.md")).toBe("uber uns");
  expect(toNoteKey("über uns")).toBe("uber uns");
  expect(toNoteKey("pages/a___b.md")).toBe("b");
  expect(toNoteKey("a/b")).toBe("b");
  expect(toNoteKey("100%")).toBe("100%");
});

test("vault leaves a README to others, unless it has links", () => {
  const recognise = (path: string, text: string) =>
    vault.recognise({path, head: new TextEncoder().encode(text), text, isWhole: true});
  expect(recognise("notes/a.md", "words")).toBe(true);
  expect(recognise("data/README.md", "words")).toBe(false);
  expect(recognise("vault/README.md", "see [[Home]]")).toBe(true);
});
