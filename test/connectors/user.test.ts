import {expect, test} from "vitest";
import {createDetect} from "../../src/connectors/detect.ts";
import {toConnectors} from "../../src/connectors/user.ts";
import {InputError} from "../../src/lib/errors.ts";
import {readWith, toRows} from "./collect.ts";
import * as example from "../../data/connectors/thirsty.example.ts";

const MINE = {
  name: "mine",
  formats: ["csv"],
  recognise: () => true,
  tables: [{name: "mine", key: ["id"]}],
  read: () => ({tables: []}) as unknown
};
const load = (connector: object, onFault?: (what: string) => void) =>
  toConnectors({connector}, {file: "mine.js", ...(onFault && {onFault})})[0]!;
const read = (result: unknown) => readWith(load({...MINE, read: () => result}), "x", "a.csv");

const CSV = `Watered at;Plant;Amount
2024-05-01 08:00:00 +0200;Monstera;250 ml
soon;Monstera;1 ml
`;

test("toConnectors(module) takes the connector of “Write your own connector”", async () => {
  const [thirsty] = toConnectors(example, {file: "thirsty.example.ts"});
  const {connector} = createDetect([thirsty!])("anything.csv", new TextEncoder().encode(CSV));
  expect(connector).toBe(thirsty);
  const {tables, problems, rejects} = await readWith(thirsty!, CSV, "a.csv");
  expect(tables[0]!.key).toEqual(["time", "plant"]);
  expect(toRows(tables[0])).toEqual([
    {
      time: new Date("2024-05-01T06:00:00Z"),
      utc_offset_minutes: 120,
      plant: "Monstera",
      amount_ml: 250
    }
  ]);
  expect(problems[0]!.what).toBe("1 row refused: no time with an offset");
  expect(rejects).toHaveLength(1);
});

test("toConnectors fills in what a connector leaves out", () => {
  expect(load(MINE)).toMatchObject({
    label: "mine",
    help: "",
    extensions: [],
    tables: [{name: "mine", what: "", key: ["id"]}]
  });
});

test("toConnectors takes several connectors of one module, under any names, once each", () => {
  const other = {...MINE, name: "other"};
  const found = toConnectors({a: MINE, default: MINE, b: other, helper: () => 1}, {file: "x"});
  expect(found.map(({name}) => name)).toEqual(["mine", "other"]);
});

test.each([
  [{name: undefined}, /name expected, lower case with hyphens, got nothing/],
  [{name: "My Own"}, /name expected, lower case with hyphens, got "My Own"/],
  [{label: 1}, /label expected as a text, got 1/],
  [{help: {}}, /help expected as Markdown/],
  [{recognise: true}, /recognise expected as a function/],
  [{read: undefined}, /read or stream expected as a function, one of them/],
  [{stream: () => null}, /read or stream expected as a function, one of them/],
  [{formats: []}, /formats expected, at least one/],
  [{formats: ["cvs"]}, /format not known: "cvs" \(there are: .*csv/],
  [{tables: []}, /tables expected, at least one/],
  [{tables: ["x"]}, /tables\[0\] expected as \{name, what, key\}/],
  [{tables: [{name: "My table", key: []}]}, /tables\[0\]\.name expected/],
  [{tables: [{name: "t", key: "id"}]}, /tables\[0\]\.key expected as a list of columns/]
])("toConnectors refuses %j, and names the file and the field", (change, message) => {
  const build = () => load({...MINE, ...change});
  expect(build).toThrow(InputError);
  expect(build).toThrow(message);
  expect(build).toThrow(/mine\.js/);
});

test("toConnectors refuses a module without any connector", () => {
  for (const exports of [{}, {x: 1}, null, "text"])
    expect(() => toConnectors(exports, {file: "mine.js"})).toThrow(/no connector in mine\.js/);
});

test("a user's connector gives its key to tables that have none", async () => {
  const {tables} = await read({
    tables: [{name: "mine", columns: [{name: "id", type: "BIGINT", values: [1]}]}]
  });
  expect(tables[0]!.key).toEqual(["id"]);
});

test.each([
  [null, /read must give \{tables/],
  [{tables: [{name: "mine"}]}, /tables\[0\] expected as/],
  [{tables: [{name: "mine", columns: [{name: "id"}]}]}, /tables\[0\]\.columns\[0\] expected/],
  [
    {tables: [{name: "mine", columns: [{name: "id", type: "INT", values: []}]}]},
    /type not known: "INT"/
  ],
  [
    {tables: [{name: "mine", columns: [{name: "x", type: "BIGINT", values: []}]}]},
    /key column of mine is not there: id/
  ],
  [
    {
      tables: [
        {
          name: "mine",
          columns: [
            {name: "id", type: "BIGINT", values: [1]},
            {name: "b", type: {list: "VARCHAR"}, values: []}
          ]
        }
      ]
    },
    /column b of mine has 0 values, the first one 1/
  ]
])("a user's connector that gives %j refuses the file, with words", async (result, message) => {
  const {tables, problems} = await read(result);
  expect(tables).toEqual([]);
  expect(problems[0]!.what).toMatch(/^connector mine failed: /);
  expect(problems[0]!.what).toMatch(message);
});

test("a user's connector that throws refuses the file, and throws nothing", async () => {
  const failing = load({
    ...MINE,
    read: () => {
      throw new Error("oops");
    }
  });
  const {problems} = await readWith(failing, "x", "a.csv");
  expect(problems).toEqual([{file: "a.csv", where: "", what: "connector mine failed: oops"}]);
});

test("a user's recognise that throws knows no file, and is heard of", () => {
  const faults: string[] = [];
  const failing = load(
    {
      ...MINE,
      recognise: () => {
        throw new Error("oops");
      }
    },
    (what) => faults.push(what)
  );
  expect(failing.recognise({path: "", head: new Uint8Array(), text: "", isWhole: true})).toBe(
    false
  );
  expect(faults).toEqual(["connector mine: recognise failed: oops"]);
});
