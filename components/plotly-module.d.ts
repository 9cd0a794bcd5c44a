/** The package carries no types; `plotly.ts` has those that charts need. */
declare module "plotly.js-cartesian-dist-min" {
  const plotly: unknown;
  export default plotly;
}
