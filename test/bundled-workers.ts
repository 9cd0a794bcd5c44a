import {basename} from "node:path";
import type {Plugin} from "vite";
import {build} from "vite";
import {toWorkerConfig} from "../src/site/bundle.ts";

const QUERY = "?bundled";
const FOLDER = "/bundled-workers/";

/**
 * The default export of `some-worker.ts?bundled` is the address of the worker as one file, bundled as the site has it. Vite
 * would serve its modules one by one, hundreds of them to every worker that a test starts.
 */
export function bundledWorkers(): Plugin {
  const bundles = new Map<string, Promise<string>>();
  return {
    name: "bundled-workers",
    enforce: "pre",
    load(id) {
      if (!id.endsWith(QUERY)) return undefined;
      const file = id.slice(0, -QUERY.length);
      const name = `${bundles.size}-${basename(file, ".ts")}.js`;
      bundles.set(FOLDER + name, bundle(file));
      return `export default new URL(${JSON.stringify(FOLDER + name)}, location.href).href;`;
    },
    configureServer({middlewares}) {
      middlewares.use((request, response, next) => {
        const code = bundles.get(request.url ?? "");
        if (!code) return next();
        code.then((text) => {
          response.setHeader("content-type", "text/javascript");
          response.setHeader("cache-control", "max-age=31536000, immutable");
          response.end(text);
        }, next);
      });
    }
  };
}

async function bundle(file: string): Promise<string> {
  const config = toWorkerConfig(["worker", file]);
  const output = await build({...config, build: {...config.build, write: false}});
  if (!("output" in output)) throw new Error(`worker not bundled: ${file}`);
  return output.output[0].code;
}
