import type {ControlKind} from "../form-field.ts";
import {boolean} from "./control-boolean.ts";
import {choice} from "./control-choice.ts";
import {date, moment} from "./control-date.ts";
import {group} from "./control-group.ts";
import {json} from "./control-json.ts";
import {integer, number} from "./control-number.ts";
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
  boolean,
  date,
  moment,
  choice,
  list,
  group,
  json
};
