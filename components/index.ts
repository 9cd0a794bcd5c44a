/** All elements; importing this defines them. */
export type {ChartSpec} from "./chart-spec.ts";
export {LbBatches} from "./lb-batches.ts";
export {LbChart} from "./lb-chart.ts";
export {LbEntries} from "./lb-entries.ts";
export {LbEntry} from "./lb-entry.ts";
export {LbFailure} from "./lb-failure.ts";
export {LbHistoryPage} from "./lb-history-page.ts";
export {LbImport} from "./lb-import.ts";
export {LbKeepDialog} from "./lb-keep-dialog.ts";
export {LbLake} from "./lb-lake.ts";
export {LbOverview} from "./lb-overview.ts";
export {LbPalette} from "./lb-palette.ts";
export {LbSettings} from "./lb-settings.ts";
export {LbStrip} from "./lb-strip.ts";
