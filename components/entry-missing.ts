import type {TemplateResult} from "lit";
import {html, nothing} from "lit";
import type {EntryAddress} from "./entry-address.ts";
import {entriesHref} from "./links.ts";

/** What stands in place of an entry that is not there, nor ever was here. */
export function renderMissing(address: EntryAddress | undefined): TemplateResult {
  const named = address === undefined ? "" : "id" in address ? address.id : address.slug;
  const text = named.replaceAll("-", " ");
  return html`<h1>No such entry</h1>
    <p>
      ${
        address === undefined
          ? "The address of this page names no entry."
          : html`There is no entry “${named}”; it may have been removed, or is in another browser.`
      }
      ${
        address && "slug" in address
          ? html`<a href=${entriesHref({text})}>Search for “${text}”</a> or see`
          : nothing
      }
      <a href=${entriesHref()}>all entries</a>.
    </p>`;
}
