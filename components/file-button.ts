import type {TemplateResult} from "lit";
import {html} from "lit";

/** A button that asks for a file of a kind; the same file can be picked again. */
export function renderFileButton(
  label: string,
  accept: string,
  onFile: (file: File) => void
): TemplateResult {
  const onChange = (event: Event): void => {
    const input = event.target as HTMLInputElement;
    const file = input.files?.[0];
    input.value = "";
    if (file) onFile(file);
  };
  return html`<label class="button">
    ${label}
    <input class="visually-hidden" type="file" accept=${accept} @change=${onChange} />
  </label>`;
}
