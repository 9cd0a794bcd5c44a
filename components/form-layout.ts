import type {FormField} from "./form-field.ts";

/** Fields that stand under one heading. */
export interface Section {
  /** "" for those without. */
  readonly heading: string;
  readonly fields: readonly FormField[];
}

/** The fields by the groups that their hints name, each where its first field stands. */
export function toSections(fields: readonly FormField[]): Section[] {
  const sections: {heading: string; fields: FormField[]}[] = [];
  for (const field of fields) {
    const heading = field.hints.group?.trim() ?? "";
    const isSame = (one: Section): boolean => one.heading === heading;
    // what has no group stays where it stands
    const section = heading === "" ? sections.slice(-1).find(isSame) : sections.find(isSame);
    if (section) section.fields.push(field);
    else sections.push({heading, fields: [field]});
  }
  return sections;
}
