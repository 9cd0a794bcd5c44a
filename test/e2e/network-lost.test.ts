import {expect, test} from "vitest";
import {useSite} from "./use-site.ts";
import {visit} from "./visit.ts";

const site = useSite();

test("a lake that cannot be read as its server is away says what to do, is not called corrupt, and is read when it is back", async () => {
  const {page, context, settle} = await visit(site.browser, `${site.url}settings.html`);
  await settle();
  const ask = (sql: string) =>
    page.evaluate(async (text) => {
      try {
        return (await (await lakebook!).query(text)).toArray();
      } catch (error) {
        return String(error);
      }
    }, sql);
  const tracks = "select count(distinct track) > 0 as are_there from lake.streams";
  expect(await ask("select 1 as one")).toEqual([{one: 1}]); // from here on the engine is there
  await context.setOffline(true);
  const said =
    /lake not read: could not load \S+lake\S*\.duckdb; see that the server of this page runs/;
  expect(await ask(tracks)).toMatch(said);
  expect(await ask(tracks)).toMatch(said);
  expect(await ask("select 1 as one")).toEqual([{one: 1}]);
  await context.setOffline(false);
  expect(await ask(tracks)).toEqual([{are_there: true}]);
  await context.close();
});

test("an engine that cannot start as its files do not come says what to do, and starts when they do", async () => {
  const {page, context, settle} = await visit(site.browser, `${site.url}guide.html`);
  await settle();
  const ask = () =>
    page.evaluate(async () => {
      try {
        return (await (await lakebook!).query("select 1 as one")).toArray();
      } catch (error) {
        return String(error);
      }
    });
  const engine = /\.wasm$/;
  await context.route(engine, (route) => route.abort());
  // the page may have started one by now
  await page.evaluate(async () => (await lakebook!).lake.restart().catch(() => undefined));
  expect(await ask()).toMatch(/^UnavailableError: [^{}]+; see that the server of this page runs/);
  await context.unroute(engine);
  expect(await ask()).toEqual([{one: 1}]);
  await context.close();
});
