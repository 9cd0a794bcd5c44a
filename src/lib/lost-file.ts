/** A file that the page is made of does not come, though the page did: what serves it is gone, or the way to it. */
export function toLostFile(url: string | URL): string {
  return `could not load ${String(url)}; ${SEE_SERVER}`;
}

/** What to look at then. */
export const SEE_SERVER = "see that the server of this page runs";
