import {isAttachment} from "../model/values/attachment.ts";
import {isClock} from "../model/values/clock.ts";
import {isColour} from "../model/values/colour.ts";
import {isAmount, toDecimals} from "../model/values/money.ts";
import {isPlace} from "../model/values/place.ts";
import {isSpan} from "../model/values/span.ts";
import type {FieldSchema} from "../model/schema.ts";

/** What is wrong with a value by the kind that its field's hints name; undefined where nothing is. */
export function findKindProblem(value: unknown, schema: FieldSchema): string | undefined {
  const {kind, currency} = schema["x-lakebook"] ?? {};
  switch (kind) {
    case "money":
      return typeof value === "number" && !isAmount(value, currency)
        ? `must have ${countDecimals(toDecimals(currency))}`
        : undefined;
    case "span":
      return isSpan(value) ? undefined : "must be a span of time, such as 1h 30m or 1:30";
    case "clock":
      return isClock(value) ? undefined : "must be a time of day, such as 18:30";
    case "colour":
      return isColour(value) ? undefined : "must be a colour, such as #4269d0";
    case "place":
      return isPlace(value)
        ? undefined
        : "must be latitude and longitude, such as 51.5, -0.12 (at most 90 and 180 degrees)";
    case "file":
    case "image":
      return isAttachment(value)
        ? undefined
        : `must be ${kind === "image" ? "an image" : "a file"} that is kept here`;
    case "reference":
    case "computed":
    case undefined:
      return undefined;
  }
}

/** Whether the schema's own keywords say less of the value than its kind does: one problem a field is enough. */
export function isToldByKind({"x-lakebook": hints}: FieldSchema): boolean {
  return hints?.kind !== undefined && hints.kind !== "money";
}

function countDecimals(count: number): string {
  if (count === 0) return "no decimals";
  return `at most ${count} ${count === 1 ? "decimal" : "decimals"}`;
}
