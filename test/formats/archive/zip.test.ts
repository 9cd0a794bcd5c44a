import {strToU8} from "fflate";
import {describe, expect, test} from "vitest";
import {zip} from "../../../src/formats/archive/zip.ts";
import {toByteSource} from "../../../src/model/bytes.ts";
import {changeEntries, expand, makeZip, textOf} from "./archives.ts";

const pathsOf = async (archive: Uint8Array): Promise<string[]> =>
  (await expand(zip, archive)).members.map(({path}) => path);

describe("members", () => {
  test("zip.expand(source) gives the files by their paths in the lake, and their bytes when asked", async () => {
    const {members, problems} = await expand(
      zip,
      makeZip({"a.csv": "a,b\n1,2\n", "folder/b.txt": "text"})
    );
    expect(problems).toEqual([]);
    expect(members.map(({path, size}) => [path, size])).toEqual([
      ["a.zip/a.csv", 8],
      ["a.zip/folder/b.txt", 4]
    ]);
    expect(await textOf(members[0])).toBe("a,b\n1,2\n");
    expect(await textOf(members[1])).toBe("text");
  });

  test("member.slice(start, end) gives any part of a file that is packed", async () => {
    const bytes = Uint8Array.from({length: 300_000}, (_, i) => (i * i) >> 3);
    const {members} = await expand(zip, makeZip({big: bytes, other: "x"}));
    expect(await members[0]!.slice(0, 1000)).toEqual(bytes.subarray(0, 1000));
    expect(await members[0]!.slice(200_000, 300_001)).toEqual(bytes.subarray(200_000));
    expect(await members[1]!.slice(0, 10)).toEqual(strToU8("x"));
    expect(await members[0]!.slice(70_000, 70_010)).toEqual(bytes.subarray(70_000, 70_010));
  });

  test("zip.expand(source) reads an archive behind other bytes, and with a comment after it", async () => {
    const archive = makeZip({"a.txt": "text"});
    const wrapped = new Uint8Array([
      ...strToU8("#!/bin/sh\n"),
      ...archive,
      ...strToU8("PK comment")
    ]);
    wrapped[10 + archive.length - 2] = 10;
    const {members} = await expand(zip, wrapped);
    expect(await textOf(members[0])).toBe("text");
  });

  test("zip.expand(source) leaves out folders and what systems add, without a word", async () => {
    const archive = makeZip({
      "data/": "",
      "a.csv": "a",
      "__MACOSX/._a.csv": "x",
      ".DS_Store": "x",
      "b/Thumbs.db": "x"
    });
    expect(await expand(zip, archive)).toMatchObject({
      members: [{path: "a.zip/a.csv"}],
      problems: []
    });
  });

  test("zip.expand(source) reads names in UTF-8 and in code page 437", async () => {
    const archive = changeEntries(makeZip({"Zo\u00eb.csv": "1", "Zo_.txt": "2"}), (entry, name) => {
      if (name !== "Zo_.txt") return;
      entry.setUint16(8, 0, true);
      entry.setUint8(46 + 2, 0x89);
    });
    expect(await pathsOf(archive)).toEqual(["a.zip/Zoë.csv", "a.zip/Zoë.txt"]);
  });

  test("zip.expand(source) takes the last of two files of one name, and says so", async () => {
    const archive = changeEntries(makeZip({"a.txt": "one", "b.txt": "two"}), (entry) =>
      entry.setUint8(46, 0x61)
    );
    const {members, problems} = await expand(zip, archive);
    expect(members).toHaveLength(1);
    expect(await textOf(members[0])).toBe("two");
    expect(problems).toMatchObject([
      {where: "a.txt", what: "stands there more than once: the last one was taken"}
    ]);
  });
});

describe("what is left out", () => {
  test.each(["../a.csv", "x/../../a.csv", "/etc/passwd", "C:\\a.csv", "..\\a.csv", "a\0.csv"])(
    "zip.expand(source) leaves out a file that is called %j",
    async (name) => {
      const {members, problems} = await expand(zip, makeZip({[name]: "a", "b.csv": "b"}));
      expect(members.map(({path}) => path)).toEqual(["a.zip/b.csv"]);
      expect(problems).toMatchObject([
        {file: "a.zip", what: "left out: its path leads out of the archive"}
      ]);
    }
  );

  test("zip.expand(source) leaves out what is encrypted, with the word password", async () => {
    const archive = changeEntries(makeZip({"a.csv": "a", "b.csv": "b"}), (entry, name) => {
      if (name === "a.csv") entry.setUint16(8, 1, true);
    });
    const {members, problems} = await expand(zip, archive);
    expect(members).toHaveLength(1);
    expect(problems).toMatchObject([
      {where: "a.csv", what: "left out: it is encrypted with a password"}
    ]);
  });

  test("zip.expand(source) leaves out links, and what is packed as no reader knows", async () => {
    const archive = changeEntries(makeZip({"link.csv": "a", "new.csv": "b"}), (entry, name) => {
      if (name === "link.csv") entry.setUint32(38, 0o120777 << 16, true);
      else entry.setUint16(10, 93, true);
    });
    expect((await expand(zip, archive)).problems.map(({what}) => what)).toEqual([
      "left out: it is a link to another file",
      "left out: it is packed by Zstandard, which has no reader"
    ]);
  });

  test("zip.expand(source) leaves out a bomb by the size that it declares", async () => {
    const {members, problems} = await expand(
      zip,
      makeZip({zeros: new Uint8Array(40 * 2 ** 20), "a.csv": "a"})
    );
    expect(members.map(({path}) => path)).toEqual(["a.zip/a.csv"]);
    expect(problems).toMatchObject([
      {where: "zeros", what: "left out as a bomb: it unpacks to more than 200 times its size"}
    ]);
  });

  test("zip.expand(source) leaves out a size that nothing can have", async () => {
    const archive = changeEntries(makeZip({"a.csv": "a"}), (entry) =>
      entry.setUint32(24, 0xfffffffe, true)
    );
    expect((await expand(zip, archive)).problems[0]!.what).toMatch(/bomb/);
  });

  test("zip.expand(source) refuses files that lie over each other", async () => {
    const archive = changeEntries(makeZip({"a.csv": "aaaa", "b.csv": "bbbb"}), (entry) =>
      entry.setUint32(42, 0, true)
    );
    const {members, problems} = await expand(zip, archive);
    expect(members).toEqual([]);
    expect(problems[0]!.what).toMatch(/lie over each other/);
  });

  test("zip.expand(source) stops at 10,000 files", async () => {
    const names = Array.from({length: 10_050}, (_, i) => [`${i}.csv`, ""]);
    const {members, problems} = await expand(
      zip,
      makeZip(Object.fromEntries(names) as Record<string, string>)
    );
    expect(members).toHaveLength(10_000);
    expect(problems).toHaveLength(50);
    expect(problems[0]!.what).toMatch(/more than 10,000 files/);
  });

  test("zip.expand(source) refuses the fourth archive inside of another", async () => {
    let archive = makeZip({"a.csv": "a"});
    for (const name of ["1.zip", "2.zip", "3.zip"]) archive = makeZip({[name]: archive});
    let source = toByteSource("a.zip", archive) as Parameters<typeof expand>[1];
    for (let depth = 1; depth <= 3; ++depth) {
      const {members, problems} = await expand(zip, source);
      expect(problems).toEqual([]);
      source = members[0]!;
    }
    expect(await expand(zip, source)).toMatchObject({
      members: [],
      problems: [{what: "archives nested more than 3 deep"}]
    });
  });
});

describe("what is broken", () => {
  test.each([
    ["no archive", strToU8("PK\u0003\u0004 and nothing else")],
    ["an empty file", new Uint8Array()],
    ["an archive that is cut off", makeZip({"a.csv": "a,b\n".repeat(100)}).subarray(0, 60)]
  ])("zip.expand(source) refuses %s", async (_, bytes) => {
    const {members, problems} = await expand(zip, bytes);
    expect(members).toEqual([]);
    expect(problems[0]!.what).toMatch(/^zip archive cannot be read: .*directory is missing/);
  });

  test("zip.expand(source) says of an archive without files that it is empty", async () => {
    expect((await expand(zip, makeZip({}))).problems).toMatchObject([{what: "archive is empty"}]);
  });

  test.each([
    ["is larger than the archive says", (entry: DataView) => entry.setUint32(24, 10, true)],
    ["is smaller than the archive says", (entry: DataView) => entry.setUint32(24, 5000, true)],
    ["its checksum does not fit", (entry: DataView) => entry.setUint32(16, 1, true)],
    ["it is not where the directory says", (entry: DataView) => entry.setUint32(42, 3, true)],
    ["it is cut off", (entry: DataView) => entry.setUint32(20, 9, true)]
  ])("member.stream() throws with the name of the file where %s", async (what, change) => {
    const archive = changeEntries(makeZip({"a.csv": "a,b\n".repeat(100)}), change);
    const {members} = await expand(zip, archive);
    await expect(textOf(members[0])).rejects.toThrow(
      new RegExp(`^file in the archive cannot be read: a.csv: .*${what}`)
    );
  });
});
