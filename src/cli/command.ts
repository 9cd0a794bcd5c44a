/** One command of the command line. Results go to standard output, progress and events to standard error. */
export interface Command {
  readonly name: string;
  /** One line, for the list of commands. */
  readonly summary: string;
  /** What `--help` prints. */
  readonly usage: string;
  /** Resolves to the exit code: 0 done, 1 failed, 2 wrong usage. A thrown `InputError` is printed as one line and exits with 1. */
  run(args: readonly string[]): Promise<number>;
}
