import {readFile, writeFile} from "node:fs/promises";
import {join} from "node:path";
import {CONNECTORS} from "../connectors/connectors.ts";
import {CONNECTOR_FOLDER, loadUserConnectors} from "../workspace/user-connectors.ts";
import {toConnectorsPage} from "./connectors-page.ts";
import {NOTEBOOKS} from "./paths.ts";

const PAGE = join(NOTEBOOKS, "connectors.md");
const EXAMPLE = join(CONNECTOR_FOLDER, "thirsty.example.ts");

/** Writes the page of all connectors, the user's own among them; it is generated, never committed. */
export async function placeConnectorsPage(): Promise<void> {
  const [{connectors}, example, before] = await Promise.all([
    loadUserConnectors(CONNECTOR_FOLDER),
    readFile(EXAMPLE, "utf8"),
    readFile(PAGE, "utf8").catch(() => null)
  ]);
  const page = toConnectorsPage([...connectors, ...CONNECTORS], example);
  // a preview reloads a page that is written, changed or not
  if (page !== before) await writeFile(PAGE, page);
}
