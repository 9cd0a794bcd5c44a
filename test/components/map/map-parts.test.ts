import {expect, test} from "vitest";
import {fitCamera, panBy, toPlane, toScreen, zoomAt} from "../../../components/map/camera.ts";
import {colourByColumn, colourByTopic} from "../../../components/map/colouring.ts";
import {findInside, findNearest, findToward, toBox} from "../../../components/map/hit.ts";
import {placeLabels, toMedian} from "../../../components/map/labels.ts";
import {NO_FILTERS, toLevels, toPassing} from "../../../components/map/levels.ts";
import {toCamera, toCameraText} from "../../../components/map/map-state.ts";
import {FAINT, FULL, OUT} from "../../../components/map/points.ts";
import {flow} from "../../../components/map/map-file.ts";
import {toRampWords} from "../../../components/map/ramp-words.ts";
import {toRamp} from "../../../components/map/ramp.ts";
import {Raster} from "../../../components/map/raster.ts";
import {packColour, parseColour} from "../../../components/map/surface.ts";

const SIZE = {width: 400, height: 200};
const PLACES = Float32Array.of(0, 0, 1, 0, 0, 1, -1, 0, 0, -1);
const anyPoint = (): boolean => true;

test("a camera sees all points, keeps what is zoomed at in its place, and survives the address", () => {
  const whole = fitCamera(PLACES, SIZE);
  for (let i = 0; i < 5; ++i) {
    const {x, y} = toScreen(whole, SIZE, {x: PLACES[2 * i]!, y: PLACES[2 * i + 1]!});
    expect(x > 0 && x < SIZE.width && y > 0 && y < SIZE.height).toBe(true);
  }
  const at = {x: 30, y: 170};
  const near = zoomAt(panBy(whole, 12, -7), SIZE, at, 3, whole);
  expect(near.scale).toBeCloseTo(3 * whole.scale);
  const held = toPlane(panBy(whole, 12, -7), SIZE, at);
  expect(toScreen(near, SIZE, held).x).toBeCloseTo(at.x);
  expect(toScreen(near, SIZE, held).y).toBeCloseTo(at.y);
  expect(zoomAt(whole, SIZE, at, 1e9, whole).scale).toBeLessThan(1e6);
  expect(toCamera(toCameraText({x: 0.25, y: -0.5, scale: 321}))).toEqual({
    x: 0.25,
    y: -0.5,
    scale: 321
  });
  for (const text of [undefined, "", "1,2", "1,2,0", "1,2,x", "1,2,3,4"])
    expect(toCamera(text)).toBeUndefined();
  expect(fitCamera(new Float32Array(0), SIZE)).toMatchObject({x: 0, y: 0});
  const crowd = Float32Array.from({length: 2000}, (_, i) => (i < 2 ? 1000 : (i % 100) / 100));
  expect(fitCamera(crowd, SIZE).scale).toBeGreaterThan(100);
});

test("points are found nearest, ahead in a direction, and inside a lasso or a box", () => {
  expect(findNearest(PLACES, {x: 0.9, y: 0.05}, 0.2, anyPoint)).toBe(1);
  expect(findNearest(PLACES, {x: 0.5, y: 0.5}, 0.2, anyPoint)).toBeUndefined();
  expect(findNearest(PLACES, {x: 0.9, y: 0.05}, 5, (point) => point !== 1)).toBe(0);
  expect(findToward(PLACES, 0, {x: 1, y: 0}, anyPoint)).toBe(1);
  expect(findToward(PLACES, 0, {x: 0, y: -1}, anyPoint)).toBe(4);
  expect(findToward(PLACES, 1, {x: 1, y: 0}, anyPoint)).toBeUndefined();
  // a line like a U leaves out what lies between its arms
  const line = [
    {x: -2, y: -2},
    {x: 2, y: -2},
    {x: 2, y: 2},
    {x: 0.5, y: 2},
    {x: 0.5, y: -0.5},
    {x: -0.5, y: -0.5},
    {x: -0.5, y: 2},
    {x: -2, y: 2}
  ];
  expect(findInside(PLACES, line)).toEqual([1, 3, 4]);
  expect(findInside(PLACES, toBox({x: 0.5, y: 0.5}, {x: -0.5, y: -0.5}))).toEqual([0]);
});

test("labels stand at medians, in nobody's way, and inside the picture", () => {
  expect(toMedian(Float32Array.of(0, 0, 1, 2, 100, 100), [0, 1, 2])).toEqual({x: 1, y: 2});
  const box = {width: 50, height: 12};
  const boxes = [
    {x: 100, y: 100, ...box},
    {x: 120, y: 105, ...box},
    {x: 100, y: 130, ...box},
    {x: 10, y: 10, ...box}
  ];
  expect(placeLabels(boxes, SIZE)).toEqual([0, 2]);
});

test("colours mean topics, the values there are most of, or even steps; what is unknown has none", () => {
  const topic = {parent: null, ignored: false};
  const view = {
    topics: [
      {...topic, title: "Tea", colour: 3},
      {...topic, title: "Ice", colour: 11}
    ],
    places: Int32Array.of(1, 0, -1, 1, -3)
  } as unknown as Parameters<typeof colourByTopic>[0];
  const byTopic = colourByTopic(view, Int32Array.of(0, 1, 2, 3));
  expect([...byTopic.codes]).toEqual([2, 1, 0, 2]);
  expect(byTopic.of === "groups" && byTopic.groups.map(({label, count}) => [label, count])).toEqual(
    [
      ["Ice", 2],
      ["Tea", 1],
      ["In no topic", 1]
    ]
  );
  const letters = "aaabbcdefghijkl".split("");
  const byText = colourByColumn({name: "c", type: "VARCHAR"}, [...letters, null]);
  const groups = byText.of === "groups" ? byText.groups : [];
  expect(groups).toHaveLength(12);
  expect(groups[0]).toMatchObject({label: "a", count: 3, colour: 0});
  expect(groups.slice(-2)).toMatchObject([
    {label: "2 others", count: 2, colour: null},
    {label: "No value", count: 1, colour: null}
  ]);
  const byNumber = colourByColumn({name: "n", type: "BIGINT"}, [0n, 50n, 100n, null]);
  expect([...byNumber.codes]).toEqual([1, 33, 64, 0]);
  expect(byNumber).toMatchObject({of: "ramp", low: 0, high: 100, isTime: false, count: 3});
  const day = new Date("2024-05-01");
  expect(colourByColumn({name: "d", type: "DATE"}, [day])).toMatchObject({
    low: day.getTime(),
    isTime: true
  });
  expect(new Set(toRamp(64, true)).size).toBe(64);
  const wide = colourByColumn({name: "n", type: "DOUBLE"}, [-20_000, 1 / 3, null, null]);
  expect(wide.of === "ramp" && toRampWords(wide)).toEqual({
    low: "-20,000",
    high: "0.333333",
    none: "No value 2"
  });
  const times = colourByColumn({name: "d", type: "DATE"}, [day]);
  expect(times.of === "ramp" && toRampWords(times)).toMatchObject({low: "2024-05-01", none: ""});
  const unique = colourByColumn(
    {name: "t", type: "VARCHAR"},
    Array.from({length: 3000}, (_, i) => (i === 2000 ? "text 7" : `text ${i}`))
  );
  const most = unique.of === "groups" ? unique.groups.map(({label}) => label) : [];
  expect(most.slice(0, 3)).toEqual(["text 7", "text 0", "text 1"]);
  expect(most.at(-1)).toBe("2,989 others");
});

test("the keys of a legend stand in lines, one too wide for any in a line of its own", () => {
  expect(flow([40, 40, 40, 500, 10], 130)).toEqual([
    {x: 0, line: 0},
    {x: 56, line: 0},
    {x: 0, line: 1},
    {x: 0, line: 2},
    {x: 0, line: 3}
  ]);
});

test("filters and choice say how much each point stands out", () => {
  const map = {texts: ["Tea", "iced tea", "boot"], times: Float64Array.of(1, 5, NaN)};
  const codes = Uint16Array.of(1, 2, 2);
  expect([...toPassing(NO_FILTERS, map, codes)]).toEqual([1, 1, 1]);
  expect([...toPassing({...NO_FILTERS, text: "TEA"}, map, codes)]).toEqual([1, 1, 0]);
  expect([...toPassing({...NO_FILTERS, times: [1, 4]}, map, codes)]).toEqual([1, 0, 0]);
  const passing = toPassing({...NO_FILTERS, only: new Set([2])}, map, codes);
  expect([...toLevels(passing, new Set())]).toEqual([OUT, FULL, FULL]);
  expect([...toLevels(passing, new Set([0]))]).toEqual([FULL, FAINT, FAINT]);
});

test("the raster draws each point where it lies, as density where there are too many, and nothing elsewhere", () => {
  const white = parseColour("rgb(255, 255, 255)");
  const red = packColour(255, 0, 0);
  const style = {ground: white, out: packColour(200, 200, 200), radius: 2};
  const surface = {width: 40, height: 20, pixels: new Uint32Array(800)};
  const toPixel = (x: number, y: number): number => surface.pixels[y * 40 + x]!;
  const draw = (places: Float32Array, level: number): number => {
    const count = places.length / 2;
    const points = {
      places,
      codes: new Uint16Array(count),
      palette: Uint32Array.of(red),
      levels: new Uint8Array(count).fill(level)
    };
    return new Raster().draw(surface, points, {x: 0, y: 0, scale: 10}, style);
  };
  // one in the middle, one at the rim, one outside, one nowhere
  expect(draw(Float32Array.of(0, 0, 1.9, 0.9, 50, 0, NaN, NaN), FULL)).toBe(2);
  expect(toPixel(20, 10) & 0xff).toBeGreaterThan(250);
  expect((toPixel(20, 10) >>> 8) & 0xff).toBeLessThan(80);
  expect(toPixel(39, 19)).not.toBe(white);
  expect(toPixel(10, 10)).toBe(white);
  draw(Float32Array.of(0, 0), OUT);
  expect(toPixel(20, 10) & 0xff).toBeLessThan(255);
  const many = new Float32Array(60_000).map((_, i) => (i < 2 ? -0.9 : 0.5));
  expect(draw(many, FULL)).toBe(30_000);
  const greenOf = (x: number, y: number): number => (toPixel(x, y) >>> 8) & 0xff;
  expect(greenOf(25, 15)).toBeLessThan(greenOf(10, 0));
  expect(greenOf(10, 0)).toBeLessThan(255);
  expect(toPixel(30, 5)).toBe(white);
});
