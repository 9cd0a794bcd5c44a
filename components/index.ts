/** All elements; importing this defines them. */
export {LbFailure} from "./lb-failure.ts";
export {LbOverview} from "./lb-overview.ts";
export {LbPalette} from "./lb-palette.ts";
export {LbSettings} from "./lb-settings.ts";
export {LbStrip} from "./lb-strip.ts";
