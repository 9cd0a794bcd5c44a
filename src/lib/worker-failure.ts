/**
 * Why a worker failed. An error without a message is a file that did not come: the page was there before, so what serves
 * it is gone, or the way to it.
 */
export function toWorkerFailure({message}: Pick<ErrorEvent, "message">, url: string | URL): string {
  return message || `could not load ${String(url)}; see that the server of this page runs`;
}
