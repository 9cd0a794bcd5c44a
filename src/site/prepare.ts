import {placeAssets} from "./assets.ts";
import {bundle} from "./bundle.ts";
import {linkLoaders} from "./links.ts";
import {fillNpmCache} from "./npm-cache.ts";
import {LIB} from "./paths.ts";
import {placeConnectorsPage} from "./place-connectors-page.ts";
import {placePacks} from "./place-packs.ts";
import {mkdir} from "node:fs/promises";

/** Everything that Framework expects to find before it runs. */
export async function prepare({watch = false} = {}): Promise<void> {
  await mkdir(LIB, {recursive: true});
  await linkLoaders();
  await Promise.all([
    bundle({watch}),
    placeAssets(),
    fillNpmCache(),
    placeConnectorsPage(),
    placePacks()
  ]);
}
