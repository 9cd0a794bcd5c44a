import {tmpdir} from "node:os";
import {expect, test} from "vitest";
import {NativeEngine} from "../../src/lake/native-engine.ts";
import type {Source} from "../../src/lake/source.ts";
import {Stage} from "../../src/lake/staged-source.ts";

test("rows of parts that one statement reads stay in their order, in a table of several row groups", async () => {
  const engine = await NativeEngine.open({work: tmpdir()});
  const stage = new Stage(engine);
  const each = 10_000;
  let joined: Source | undefined;
  for (let part = 0; part < 30; ++part) {
    const values = Array.from({length: each}, (_, i) => part * each + i);
    const source = await stage.add(
      {path: `${part}.txt`, format: "text", connector: null},
      {name: "", columns: [{name: "n", type: "BIGINT", values}]}
    );
    // every third file is of another table
    if (part % 3 !== 1) joined = joined ? joined.join!(source)! : source;
  }
  expect(joined?.rows).toBe(20 * each);
  await engine.run(
    `CREATE TABLE filled AS ${joined!.select([{name: "n", type: "BIGINT"}], "_file")}`
  );
  expect(
    await engine.rows(
      `SELECT count(*) AS n, count(*) FILTER (n < before) AS astray, count(*) FILTER (_file <> (n // ${each}) || '.txt') AS misnamed
        FROM (SELECT *, lag(n) OVER (ORDER BY rowid) AS before FROM filled)`
    )
  ).toMatchObject([{n: 20 * each, astray: 0, misnamed: 0}]);
  engine.close();
});
