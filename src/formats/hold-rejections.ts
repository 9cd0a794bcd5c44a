/** What PDF.js throws where a file is broken; at times into a promise that nobody waits for. */
const BROKEN_FILE =
  /^(?:XRefEntry|XRefParse|ParserEOF|Format|MissingData|InvalidPDF)Exception$|^FormatError$/;

/**
 * Runs something that uses PDF.js, and keeps what it leaves unheard from ending the process: Node does so with any
 * rejection that nobody waits for, a browser only writes it down. Rejections of others end it as ever.
 */
export async function holdRejections<T>(run: () => Promise<T>): Promise<T> {
  if (typeof process === "undefined" || typeof process.on !== "function") return run();
  const hear = (reason: unknown): void => {
    if (reason instanceof Error && BROKEN_FILE.test(reason.name)) return;
    throw reason;
  };
  process.on("unhandledRejection", hear);
  try {
    return await run();
  } finally {
    // what is left is told after the tasks that are due
    await new Promise((resolve) => setTimeout(resolve, 0));
    process.off("unhandledRejection", hear);
  }
}
