const NULL_WORD =
  /^(?:[-–—?*.…:]|--|\.\.|\.\.\.|---|n\/?a|n\.\s?a\.?|#n\/a|nan|null|\\n|none|nil|n\/d|n\.d\.?|\*+|k\.\s?a\.?|not available|missing|unknown|\(null\)|<na>|<null>)$/i;
const MAX_LENGTH = 15;

/** True of what people write for no value; only the other values of its column tell whether it is meant so. */
export function isNullWord(cell: string): boolean {
  return cell.length <= MAX_LENGTH && NULL_WORD.test(cell.trim());
}
