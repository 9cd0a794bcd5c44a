import type {ParseOptions} from "../../model/parse-options.ts";

interface Dialect {
  readonly delimiter: string;
  readonly quote: string;
  readonly escape: string;
  readonly header: boolean;
  readonly skip: number;
}

/** How a file was read: what its reader says of it, what was told, and what it was taken for. */
export function toParseUsed(
  told: ParseOptions,
  reading: {
    readonly format: string | null;
    readonly connector: string | null;
    readonly details: () => Readonly<Record<string, unknown>>;
  }
): ParseOptions {
  const {parse, encoding, dialect} = reading.details();
  return {
    ...(reading.format !== null && {format: reading.format}),
    ...(reading.connector !== null && {connector: reading.connector}),
    ...(typeof encoding === "string" && {encoding}),
    ...(isDialect(dialect) && {...dialect, header: dialect.header ? 1 : 0}),
    ...(parse as ParseOptions | undefined),
    ...told
  };
}

function isDialect(value: unknown): value is Dialect {
  return typeof value === "object" && value !== null && "delimiter" in value;
}
