import type {Attachment} from "../schema.ts";

/** Whether a value names a file that is kept by its hash. */
export function isAttachment(value: unknown): value is Attachment {
  if (typeof value !== "object" || value === null) return false;
  const {name, sha256, size, type} = value as Record<string, unknown>;
  return (
    typeof name === "string" &&
    typeof sha256 === "string" &&
    /^[0-9a-f]{64}$/.test(sha256) &&
    typeof size === "number" &&
    typeof type === "string"
  );
}
