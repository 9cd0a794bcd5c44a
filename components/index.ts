/** All elements; importing this defines them. */
export {LbFailure} from "./lb-failure.ts";
