import {SQLDialect} from "@codemirror/lang-sql";

const KEYWORDS = `
  all alter always analyze and anti any array as asc asof at attach between both by case cast checkpoint collate column
  columns comment commit create cross cube current cycle database default delete desc describe detach distinct do drop
  else end escape except exclude exists explain export extension false fetch filter first following for foreign from
  full function generated glob group grouping groups having if ignore ilike in include index inner insert install
  intersect interval into is isnull join key lambda last lateral leading left like limit load local macro map
  materialized merge natural next no not notnull nothing null nulls of offset on only or order ordinality outer over
  partition percent pivot positional pragma preceding primary qualify range recursive references rename repeatable
  replace reset respect returning right rollback rollup row rows sample schema select semi set sets show similar some
  start summarize table tables tablesample temp temporary then ties to trailing transaction true truncate try_cast
  unbounded union unique unknown unnest unpivot update use using values view where window with within without`;

const TYPES = `
  bigint bit blob bool boolean char date decimal double enum float hugeint int integer list numeric real smallint
  string struct text time timestamp timestamptz tinyint ubigint uhugeint uinteger usmallint utinyint uuid varchar`;

const FUNCTIONS = `
  abs age approx_count_distinct arg_max arg_min array_agg array_cosine_similarity array_distance avg bool_and bool_or
  ceil coalesce concat concat_ws contains corr count covar_pop date_diff date_part date_sub date_trunc day dayname
  dense_rank ends_with epoch epoch_ms epoch_us exp extract first_value flatten floor format generate_series greatest
  hash histogram hour ifnull instr isfinite isnan jaccard jaro_winkler_similarity lag last_day last_value lead least
  len length levenshtein list_aggregate list_contains list_cosine_similarity list_distinct list_filter list_has_any
  list_sort list_sum list_transform ln log lower lpad ltrim make_date make_timestamp mad max md5 median min minute mod
  mode month monthname nfc_normalize now ntile nullif percent_rank position pow power printf quantile quantile_cont
  quarter random range rank regexp_extract regexp_extract_all regexp_full_match regexp_matches regexp_replace
  regexp_split_to_array repeat reverse round row_number rpad rtrim second sign split_part sqrt starts_with stddev
  strftime string_agg string_split strip_accents strptime struct_extract substring sum time_bucket today trim trunc
  try_strptime typeof unicode upper url_decode url_encode var_pop variance week weekday year yearweek`;

/** The language package splits at single spaces only. */
function toLine(words: string): string {
  return words.trim().replace(/\s+/g, " ");
}

/** SQL as DuckDB speaks it: what is coloured and what is offered. */
export const DUCKDB = SQLDialect.define({
  keywords: toLine(KEYWORDS),
  types: toLine(TYPES),
  builtin: toLine(FUNCTIONS),
  caseInsensitiveIdentifiers: true,
  doubleDollarQuotedStrings: true,
  operatorChars: "*+-%<>!=&|~^/:",
  specialVar: "$?"
});

/** What `duckdb_keywords()` calls reserved, or names of types, functions and columns: a name of these is quoted. */
const RESERVED = new Set(
  `all analyse analyze and anti any array as asc asof asymmetric at authorization between bigint binary bit boolean both
  by case cast char character check coalesce collate collation column columns concurrently constraint create cross dec
  decimal default deferrable desc describe distinct do else end except exists extract false fetch float for foreign
  freeze from full generated glob group grouping grouping_id having ilike in initially inner inout int integer intersect
  interval into is isnull join lambda lateral leading left like limit map national natural nchar none not notnull null
  nullif numeric offset on only or order out outer overlaps overlay pivot pivot_longer pivot_wider placing position
  positional precision primary qualify real references returning right row select semi setof show similar smallint some
  struct substring summarize symmetric table tablesample then time timestamp to trailing treat trim true try_cast union
  unique unpack unpivot using values varchar variadic verbose when where window with`.split(/\s+/)
);

/** True of a name that can stand in SQL without quotes. */
export function isPlainName(name: string): boolean {
  return /^[a-z_][a-z0-9_]*$/i.test(name) && !RESERVED.has(name.toLowerCase());
}
