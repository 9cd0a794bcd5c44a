import {toLostFile} from "./lost-file.ts";

/** Why a worker failed. An error without a message is a file that did not come. */
export function toWorkerFailure({message}: Pick<ErrorEvent, "message">, url: string | URL): string {
  return message || toLostFile(url);
}
