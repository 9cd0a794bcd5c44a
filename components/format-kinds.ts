const FORMAT_KINDS = {
  date: "date",
  "date-time": "moment",
  time: "clock",
  duration: "span",
  email: "email",
  uri: "url",
  url: "url",
  multiline: "long"
} as const;

/** What text of this format is, as a kind of field and of control alike; undefined where the format says nothing of it. */
export function findFormatKind(
  format = ""
): (typeof FORMAT_KINDS)[keyof typeof FORMAT_KINDS] | undefined {
  return Object.hasOwn(FORMAT_KINDS, format)
    ? FORMAT_KINDS[format as keyof typeof FORMAT_KINDS]
    : undefined;
}
