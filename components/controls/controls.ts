import type {ControlKind} from "../control-kind.ts";
import {attachment, attachments} from "./control-attachment.ts";
import {boolean} from "./control-boolean.ts";
import {choice} from "./control-choice.ts";
import {choices} from "./control-choices.ts";
import {colour} from "./control-colour.ts";
import {computed} from "./control-computed.ts";
import {clock, date, moment} from "./control-date.ts";
import {group} from "./control-group.ts";
import {json} from "./control-json.ts";
import {integer, money, number} from "./control-number.ts";
import {place} from "./control-place.ts";
import {reference} from "./control-reference.ts";
import {rows} from "./control-rows.ts";
import {span} from "./control-span.ts";
import {table} from "./control-table.ts";
import {list} from "./control-tags.ts";
import {email, long, text, url} from "./control-text.ts";
import type {Control} from "./control.ts";

/** The control of each kind. */
export const CONTROLS: Readonly<Record<ControlKind, Control>> = {
  text,
  long,
  email,
  url,
  number,
  integer,
  money,
  boolean,
  date,
  moment,
  clock,
  span,
  colour,
  place,
  choice,
  choices,
  list,
  rows,
  table,
  group,
  attachment,
  attachments,
  reference,
  computed,
  json
};
