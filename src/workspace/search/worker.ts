/** The search worker: holds what search looks through. Bundled into one file that a page starts by its URL. */
export {};
