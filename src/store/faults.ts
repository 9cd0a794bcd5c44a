import {InputError, UnavailableError, toMessage} from "../lib/errors.ts";
import {Stop} from "./work.ts";

/** What to do, for people, where the browser keeps nothing. */
const REFUSED =
  "the browser refuses to keep data here (a private window, blocked site data, or a full disk); nothing can be saved until that is changed: open a normal window, allow site data for this address, and reload";

/** What a failed open means. */
export function toOpenError(thrown: unknown): Error {
  if (thrown instanceof UnavailableError) return thrown;
  if (isQuotaError(thrown)) return toFullError(thrown);
  return new UnavailableError(`storage cannot be opened: ${REFUSED} (${toMessage(thrown)})`, {
    cause: thrown
  });
}

/**
 * What a failed read or write means. What is meant for people, and what an `AbortSignal` threw, is left as it is;
 * a full disk and a lost connection become `UnavailableError`. `lost` says why the connection was closed, where known.
 */
export function toStoreError(thrown: unknown, lost?: string): unknown {
  if (thrown instanceof Stop) return thrown.reason;
  if (thrown instanceof InputError || thrown instanceof UnavailableError) return thrown;
  if (isQuotaError(thrown)) return toFullError(thrown);
  if (isLost(thrown)) return toLostError(lost ?? "the browser closed it", thrown);
  if (!isDexieError(thrown)) return thrown;
  if (lost !== undefined) return toLostError(lost, thrown);
  return new UnavailableError(`storage failed: ${toMessage(thrown)}; nothing was written`, {
    cause: thrown
  });
}

/** The error of a store whose connection is gone. */
export function toLostError(reason: string, cause?: unknown): UnavailableError {
  return new UnavailableError(`storage is closed: ${reason}; reload this page`, {cause});
}

/** Whether a transaction was asked when it had ended, or at a time when only others are served. */
export function isOutsideTransaction(thrown: unknown): boolean {
  return chain(thrown).some(
    ({name, message = ""}) =>
      name === "TransactionInactiveError" ||
      (name === "InvalidStateError" && /transaction/i.test(message))
  );
}

/** Whether a transaction was committed, with all that was written, before Dexie heard that its work had ended. */
export function isCommittedEarly(thrown: unknown): boolean {
  return chain(thrown).some(({name}) => name === "PrematureCommitError");
}

/** A full quota comes as itself, or as the reason of an aborted transaction. */
function isQuotaError(thrown: unknown): boolean {
  return chain(thrown).some((error) => error.name === "QuotaExceededError");
}

function isLost(thrown: unknown): boolean {
  return chain(thrown).some(
    ({name, message = ""}) =>
      name === "DatabaseClosedError" ||
      (name === "InvalidStateError" && /clos/i.test(message)) ||
      (name === "AbortError" && /connection (is|was) clos|database (was|is) clos/i.test(message))
  );
}

function toFullError(cause: unknown): UnavailableError {
  return new UnavailableError(
    "storage full: the browser gives this site no more room; nothing was written. Free some disk space, or remove what you no longer need, and try again",
    {cause}
  );
}

interface Named {
  readonly name?: string;
  readonly message?: string;
  readonly inner?: unknown;
  readonly cause?: unknown;
  /** Of many writes at once: why each failed that did. */
  readonly failures?: readonly unknown[];
}

function chain(thrown: unknown): Named[] {
  const errors: Named[] = [];
  for (let next = thrown; typeof next === "object" && next !== null && errors.length < 8;) {
    const error: Named = next;
    errors.push(error);
    next = error.inner ?? error.cause ?? error.failures?.[0];
  }
  return errors;
}

/** Dexie's own errors all carry `inner` or, of many writes at once, `failures`; the browser's come as `DOMException`. */
function isDexieError(thrown: unknown): boolean {
  return (
    thrown instanceof DOMException ||
    (thrown instanceof Error && ("inner" in thrown || "failures" in thrown))
  );
}
