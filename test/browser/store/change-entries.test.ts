import {describe, expect, test} from "vitest";
import {BOOK, book, freshStore} from "./fresh-store.ts";

describe("changeAll(ids, change, options)", () => {
  test("changeAll changes many entries in one write, passes over what stays, and undo takes all back", async () => {
    const store = await freshStore(BOOK);
    const {ids} = await store.entries.addAll([
      book({title: "Emma", year: "1815"}),
      book({title: "Persuasion", year: 1817})
    ]);
    const {changed, group} = await store.entries.changeAll(
      [...ids, "not there"],
      ({fields}) => ({...fields, year: Number(fields.year)}),
      {what: "Years as numbers"}
    );
    expect(changed).toBe(1);
    const years = async (): Promise<unknown[]> =>
      (await store.entries.getAll(ids)).map(({fields}) => fields.year);
    expect(await years()).toEqual([1815, 1817]);
    expect((await store.history.get(group!))?.what).toBe("Years as numbers");
    await store.history.undo(group!);
    expect(await years()).toEqual(["1815", 1817]);
  });

  test("changeAll renames the title's field together with its type, and no address moves", async () => {
    const store = await freshStore(BOOK);
    const {id} = await store.entries.add(book({title: "Emma", year: 1815}));
    const {title, ...rest} = BOOK.schema.properties;
    const type = {
      ...BOOK,
      titleField: "name",
      schema: {...BOOK.schema, properties: {name: title!, ...rest}}
    };
    const {group} = await store.entries.changeAll(
      [id],
      ({fields: {title, ...others}}) => ({name: title, ...others}),
      {type}
    );
    expect(await store.entries.get(id)).toMatchObject({
      title: "Emma",
      slug: "emma",
      fields: {name: "Emma", year: 1815},
      revision: 2
    });
    await store.history.undo(group!);
    expect(await store.types.get("book")).toMatchObject({titleField: "title"});
    expect((await store.entries.get(id))?.fields).toEqual({title: "Emma", year: 1815});
  });

  test("changeAll that fails or is stopped leaves everything as it was", async () => {
    const store = await freshStore(BOOK);
    const {ids} = await store.entries.addAll([book({title: "Emma"}), book({title: "Nada"})]);
    const stop = new AbortController();
    stop.abort();
    const {signal} = stop;
    await expect(store.entries.changeAll(ids, () => ({}), {signal})).rejects.toThrow();
    await expect(
      store.entries.changeAll(ids, ({title}) => {
        if (title === "Nada") throw new Error("no");
        return {title: "changed"};
      })
    ).rejects.toThrow("no");
    expect((await store.entries.getAll(ids)).map(({title}) => title)).toEqual(["Emma", "Nada"]);
  });
});
