import type {Engine} from "../../lake/engine.ts";

/** An engine whose files stay when they are released; their paths are added to `mounts`. */
export function keepMounts(engine: Engine, mounts: string[]): Engine {
  const keep = async (path: Promise<string>): Promise<string> => {
    mounts.push(await path);
    return path;
  };
  return {
    readsParquet: engine.readsParquet,
    run: (sql) => engine.run(sql),
    rows: (sql) => engine.rows(sql),
    describe: (sql) => engine.describe(sql),
    append: (table, columns) => engine.append(table, columns),
    mount: (source) => keep(engine.mount(source)),
    write: (pieces, signal) => keep(engine.write(pieces, signal)),
    release: () => Promise.resolve()
  };
}
