/** Something in a file that could not be read as it stands, and what was done about it. */
export interface Problem {
  /** The file's path in the lake, with forward slashes. */
  readonly file: string;
  /** The place in the file: a line, a sheet, a JSON path; "" where it is the file as a whole. */
  readonly where: string;
  /** What is wrong, and what to do about it. */
  readonly what: string;
}
