/** What the page's address says behind its question mark, and what it shall say: state that people can bookmark. */

/** Addresses beyond this break in mails and servers. */
const MAX_CHARACTERS = 4000;

export function readPageQuery(name: string): string | undefined {
  return new URL(location.href).searchParams.get(name) ?? undefined;
}

/**
 * Writes parameters into the address, `undefined` takes one out; what is too long for an address is left out too. With
 * `push` the way back leads here.
 */
export function writePageQuery(
  parameters: Readonly<Record<string, string | undefined>>,
  {push = false} = {}
): void {
  const url = new URL(location.href);
  for (const [name, value] of Object.entries(parameters)) {
    if (value === undefined || value.length > MAX_CHARACTERS) url.searchParams.delete(name);
    else url.searchParams.set(name, value);
  }
  if (url.href === location.href) return;
  if (push) history.pushState(history.state, "", url);
  else history.replaceState(history.state, "", url);
}
