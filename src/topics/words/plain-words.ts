/**
 * English words that are no stop words of a search, but name no subject when they stand alone: verbs, adverbs and numbers of every day.
 * Within a phrase (`first steps`, `time zone`) they may well.
 */
export const PLAIN_WORDS: ReadonlySet<string> = new Set(
  `able again ago ahead all allow almost along already also although always another answer anyone anything ask asked away
  back bad become before begin begins best better big both bring call called came can change come comes coming could currently
  day days different doing done each early easily either else enough especially etc even ever every everyone everything
  far few find five following form four full gave get gets getting give given go goes going gone good got great
  hand head hear heard help her here high him however important include included includes including instead into its
  just keep kind know known large last late later least let like likely little live long look looked looking looks lot low
  made main mainly make makes making many may maybe mean means might more most much must name need needed needs never new next nice no
  now number off often old once one ones only open others otherwise part particular people per perhaps place please possible
  probably provide provided put quite rather really related right said same say says second see seem seems seen set several show
  shown side simply since small so some someone something soon sort start started still stop such sure take taken takes tell ten than
  thank thanks that then there therefore these thing things think thought though three through thus time times today together told
  too took toward towards tried try trying turn two under until up upon us use used useful uses using usually various very
  want wanted wants was way ways well went were whatever when whether while whole why will within without wont work would
  write yes yesterday yet you`.split(/\s+/)
);
