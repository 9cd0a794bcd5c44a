/** A day as eight digits, and what else it can be read as. Months and days that are not told are 00. */
export interface DateText {
  readonly digits: string;
  /** With day and month the other way round, where that is a date too. */
  readonly swapped: string | undefined;
}

const YEAR_FIRST = /^(\d{4})[-/.]?(\d{1,2})[-/.]?(\d{1,2})(?:[T ].*)?$/;
const YEAR_LAST = /^(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4})(?:[T ].*)?$/;
const YEAR_MONTH = /^(\d{4})[-/.](\d{1,2})$/;
const YEAR = /^\D{0,3}(1[5-9]\d\d|20\d\d)\D{0,3}$/;

/** The date that a text tells; undefined where it tells none. */
export function toDateText(text: string): DateText | undefined {
  const first = YEAR_FIRST.exec(text);
  if (first) return toDate(first[1]!, first[2]!, first[3]!);
  const last = YEAR_LAST.exec(text);
  if (last) return toDate(last[3]!, last[2]!, last[1]!) ?? toDate(last[3]!, last[1]!, last[2]!);
  const month = YEAR_MONTH.exec(text);
  if (month && Number(month[2]) <= 12)
    return {digits: `${month[1]!}${month[2]!.padStart(2, "0")}00`, swapped: undefined};
  const year = YEAR.exec(text)?.[1];
  return year === undefined ? undefined : {digits: `${year}0000`, swapped: undefined};
}

/** A month beyond 12 is a slip, not another text: dates that were swapped by mistake are dates too. */
function toDate(year: string, month: string, day: string): DateText | undefined {
  const [m, d] = [Number(month), Number(day)];
  if (Math.max(m, d) > 31 || Math.min(m, d) > 12 || m === 0 || d === 0) return undefined;
  const [one, other] = [month.padStart(2, "0"), day.padStart(2, "0")];
  return {digits: `${year}${one}${other}`, swapped: `${year}${other}${one}`};
}
