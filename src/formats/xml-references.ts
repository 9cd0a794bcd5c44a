/** A numbered character, or several in a row: halves of one character stand side by side. */
const REFERENCES = /(?:&#(?:\d{1,7}|x[\da-fA-F]{1,6});)+/g;
const REFERENCE = /&#(?:(\d+)|x([\da-fA-F]+));/g;
const MAX_REFERENCE_LENGTH = 10;
const REPLACEMENT = "\ufffd";

/**
 * Rewrites numbered characters that XML forbids and programs write all the same: the two halves of an emoji, each by its
 * own number, become that emoji; a half alone, a control character or a number that is none the replacement character.
 * Pieces may be cut anywhere; the end of one that could be half a reference comes with the next.
 */
export function createReferenceRepair(): {write(piece: string): string; end(): string} {
  let kept = "";
  return {
    write(piece) {
      const text = kept + piece;
      const end = findEnd(text);
      kept = text.slice(end);
      return repair(text.slice(0, end));
    },
    end() {
      const text = kept;
      kept = "";
      return repair(text);
    }
  };
}

/** Where a text can be cut: before references at its end, of which more may come. */
function findEnd(text: string): number {
  let end = text.length;
  const open = text.lastIndexOf("&");
  if (
    open >= 0 &&
    end - open <= MAX_REFERENCE_LENGTH &&
    /^&(?:#[\da-fA-Fx]*;?)?$/.test(text.slice(open))
  )
    end = open;
  while (/&#[\da-fA-Fx]+;$/.test(text.slice(Math.max(0, end - MAX_REFERENCE_LENGTH), end)))
    end = text.lastIndexOf("&", end - 1);
  return end;
}

function repair(text: string): string {
  if (!text.includes("&#")) return text;
  return text.replace(REFERENCES, (run) => {
    const codes = Array.from(run.matchAll(REFERENCE), ([, decimal, hex]) =>
      decimal === undefined ? parseInt(hex!, 16) : Number(decimal)
    );
    if (codes.every(isCharacter)) return run;
    return toWellFormed(
      codes
        .map((code) =>
          isCharacter(code) ? `&#${code};` : isHalf(code) ? String.fromCharCode(code) : REPLACEMENT
        )
        .join("")
    );
  });
}

/** True of the characters of XML 1.0. */
function isCharacter(code: number): boolean {
  return (
    (code >= 0x20 && code <= 0xd7ff) ||
    (code >= 0xe000 && code <= 0xfffd) ||
    (code >= 0x10000 && code <= 0x10ffff) ||
    code === 9 ||
    code === 10 ||
    code === 13
  );
}

function isHalf(code: number): boolean {
  return code >= 0xd800 && code <= 0xdfff;
}

/** `String.prototype.toWellFormed`, which not every browser has. */
function toWellFormed(text: string): string {
  return text.replace(/\p{Surrogate}/gu, REPLACEMENT);
}
