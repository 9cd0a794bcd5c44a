const HEADER = /^[A-Za-z][\w-]*: /;
const QUOTE = /(writes in|writes:|wrote:|says:|said:|^In article|^Quoted from|^\||^>)/;

/**
 * A post without its header, quotes and signature, as scikit-learn's `fetch_20newsgroups(remove=("headers", "footers",
 * "quotes"))` leaves it: else names and addresses tell the group. A text without a header was stripped by somebody, and stays.
 */
export function toNewsgroupBody(post: string): string {
  const text = post.replaceAll("\r\n", "\n");
  const end = text.indexOf("\n\n");
  if (!HEADER.test(text) || end < 0) return text.trim();
  const lines = text
    .slice(end + 2)
    .split("\n")
    .filter((line) => !QUOTE.test(line));
  return stripSignature(lines.join("\n")).trim();
}

/** What follows the last line that is blank or of dashes only is taken for a signature. */
function stripSignature(text: string): string {
  const lines = text.trim().split("\n");
  const at = lines.findLastIndex((line) => /^-*$/.test(line.trim()));
  return at > 0 ? lines.slice(0, at).join("\n") : text;
}
