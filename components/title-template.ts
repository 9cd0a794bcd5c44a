/** The members of a template such as `{maker} {model}`: names of fields in braces. */
const MEMBER = /\{([^{}]+)\}/g;

export function toMembers(template: string): string[] {
  return Array.from(template.matchAll(MEMBER), ([, name]) => name!.trim());
}

export function withRenamedMember(template: string, from: string, to: string): string {
  return template.replaceAll(MEMBER, (member, name: string) =>
    name.trim() === from ? `{${to}}` : member
  );
}

/** The template without a member, and without the blanks that stood around it. */
export function withoutMember(template: string, name: string): string {
  if (!toMembers(template).includes(name)) return template;
  return template
    .replaceAll(MEMBER, (member, one: string) => (one.trim() === name ? "" : member))
    .replace(/\s+/g, " ")
    .trim();
}
