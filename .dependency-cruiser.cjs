/** The import law of the house (README, "The house"). Layers import only downward; L2 rooms never import each other. */
const ROOMS_L2 = [
  "formats",
  "recipes",
  "lake",
  "store",
  "embed",
  "search",
  "topics",
  "layout",
  "match",
  "graph",
  "documents"
];
const within = (...rooms) => `^src/(${rooms.join("|")})/`;

const law = (name, from, to, comment) => ({name, severity: "error", comment, from, to});

module.exports = {
  forbidden: [
    law(
      "no-cycles",
      {},
      {circular: true},
      "a cycle means that two files are one idea, or that an idea is missing"
    ),
    law(
      "lib-imports-nothing",
      {path: within("lib")},
      {path: "^(src/(?!lib/)|components|notebooks|loaders)"}
    ),
    law(
      "model-imports-lib",
      {path: within("model")},
      {path: "^(src/(?!model/|lib/)|components|notebooks|loaders)"}
    ),
    law(
      "rooms-keep-apart",
      {path: `^src/(${ROOMS_L2.join("|")})/`},
      {path: "^src/", pathNot: [within("lib", "model"), "^src/$1/"]},
      "what needs two rooms belongs to workspace, or to connectors"
    ),
    law(
      "connectors-use-formats",
      {path: within("connectors")},
      {path: "^src/", pathNot: within("lib", "model", "formats", "connectors")}
    ),
    law("workspace-below-site", {path: within("workspace")}, {path: within("site", "cli")}),
    law("site-below-cli", {path: within("site")}, {path: within("cli")}),
    law("engine-knows-no-page", {path: "^src/"}, {path: "^(components|notebooks|loaders)/"}),
    law(
      "components-use-the-catalogue",
      {path: "^components/"},
      {path: "^(src/(?!index\\.ts$)|notebooks|loaders)"}
    ),
    law("loaders-use-the-engine", {path: "^loaders/"}, {path: "^(components|notebooks)/"}),
    law(
      "dexie-in-store",
      {path: "^(src|components|loaders|notebooks)/", pathNot: within("store")},
      {path: "node_modules/dexie/"}
    ),
    law(
      "duckdb-in-lake",
      {path: "^(src|components|loaders|notebooks)/", pathNot: within("lake")},
      {path: "node_modules/@duckdb/"}
    ),
    law(
      "transformers-in-embed",
      {path: "^(src|components|loaders|notebooks)/", pathNot: within("embed")},
      {path: "node_modules/@huggingface/"}
    ),
    law(
      "nothing-unresolvable",
      {},
      {couldNotResolve: true, pathNot: "^(observablehq:|npm:|virtual:|\\./lib/|\\.\\./lib/)"}
    ),
    law("tests-stay-outside", {path: "^(src|components|loaders|notebooks)/"}, {path: "^test/"})
  ],
  options: {
    doNotFollow: {path: "node_modules"},
    exclude: {path: "^(dist|notebooks/(lib|loaders|\\.observablehq))/"},
    tsPreCompilationDeps: true,
    tsConfig: {fileName: "tsconfig.json"},
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "require", "node", "default", "types"],
      extensions: [".ts", ".js", ".json", ".d.ts"]
    }
  }
};
