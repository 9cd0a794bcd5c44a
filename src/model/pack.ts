import type {EdgeKind} from "./edge.ts";
import type {EntryType} from "./entry-type.ts";
import type {Fields} from "./entry.ts";

/** Types, edge kinds and sample entries that belong together: what a folder in `data/packs` holds. */
export interface Pack {
  /** The folder's name, and that of its page: `pack-<name>`. */
  readonly name: string;
  /** The name on screen. */
  readonly label: string;
  readonly description: string;
  /** Counts up when the pack brings something new. */
  readonly version: number;
  /** Packs that this one leans on; they are added with it. */
  readonly requires: readonly string[];
  readonly types: readonly EntryType[];
  readonly kinds: readonly EdgeKind[];
  readonly entries: readonly PackEntry[];
  /** Whether it brings a notebook page. */
  readonly hasPage: boolean;
}

/** A sample entry. Others name it by its type and the slug of its title: `place/kitchen`. */
export interface PackEntry {
  readonly type: string;
  readonly slug: string;
  readonly fields: Fields;
  readonly tags: readonly string[];
  readonly edges: readonly PackEdge[];
  /** The pack's version that first brought it: an update brings no entry back that was removed. */
  readonly since: number;
}

/** An edge from a sample entry. */
export interface PackEdge {
  readonly kind: string;
  /** `type/slug`. */
  readonly to: string;
  readonly fields: Fields;
}

/** The tag of a pack's sample entries; whoever takes it off an entry keeps that entry. */
export function toSampleTag(name: string): string {
  return `sample:${name}`;
}

export function isSampleTag(tag: string): boolean {
  return tag.startsWith(toSampleTag(""));
}

/** How entries of packs name each other. */
export function toPackAddress({type, slug}: Pick<PackEntry, "type" | "slug">): string {
  return `${type}/${slug}`;
}
