/**
 * Loaded into Framework's process before it begins: it would fetch packages that a page names, and what it fetches
 * would be told to a host. Loaders are processes of their own, and fetch what they like.
 */
globalThis.fetch = (input) => {
  const url = input instanceof Request ? input.url : String(input);
  return Promise.reject(
    new Error(
      `not fetched: ${url}; pages have Plot, Inputs, d3 and html at hand, and take nothing from other hosts: put another package into notebooks as a file, and import it by its path`
    )
  );
};
