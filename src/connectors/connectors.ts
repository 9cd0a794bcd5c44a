import type {Connector} from "../model/format.ts";
import {bankCsv} from "./bank/bank-csv.ts";
import {ofxStatements} from "./bank/ofx.ts";
import {qifStatements} from "./bank/qif.ts";
import {bookmarks} from "./bookmarks/bookmarks.ts";
import {browserHistory} from "./browser-history/browser-history.ts";
import {freeExerciseDb} from "./exercises/free-exercise-db.ts";
import {appleHealth} from "./health/apple-health.ts";
import {icalendar} from "./icalendar/icalendar.ts";
import {inventory} from "./inventory/inventory.ts";
import {mail} from "./mail/mail.ts";
import {sms} from "./sms/sms.ts";
import {spotify} from "./spotify/spotify.ts";
import {hevy} from "./strength/hevy.ts";
import {strong} from "./strength/strong.ts";
import {takeoutActivity} from "./takeout/activity.ts";
import {takeoutKeep} from "./takeout/keep.ts";
import {takeoutLocations} from "./takeout/locations.ts";
import {fitFiles, gpxFiles, tcxFiles} from "./training/training.ts";
import {vault} from "./vault/vault.ts";
import {vcard} from "./vcard/vcard.ts";

/** All connectors that Lakebook brings; of two that know a file, the first one reads it. */
export const CONNECTORS: readonly Connector[] = [
  appleHealth,
  bankCsv,
  fitFiles,
  bookmarks,
  browserHistory,
  freeExerciseDb,
  gpxFiles,
  hevy,
  icalendar,
  inventory,
  mail,
  ofxStatements,
  qifStatements,
  sms,
  spotify,
  strong,
  takeoutActivity,
  takeoutKeep,
  takeoutLocations,
  tcxFiles,
  vault,
  vcard
];
