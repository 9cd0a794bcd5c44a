import {css, unsafeCSS} from "lit";

/** How sheets of labels look, on screen inside of an element and on paper outside of it. Paper is white in the dark too. */
export const SHEET_CSS = `
.lb-sheet { display: grid; box-sizing: border-box; overflow: hidden; background: #fff; color: #000; font-family: system-ui, sans-serif; }
.lb-label { display: flex; align-items: center; overflow: hidden; }
.lb-label-text { display: flex; flex-direction: column; gap: 0.6mm; min-width: 0; padding-right: 2mm; font-size: 8pt; line-height: 1.2; overflow-wrap: anywhere; }
.lb-label-text strong { font-size: 9.5pt; max-height: 3.6em; overflow: hidden; }
.lb-label-text small { font-size: 6.5pt; font-family: ui-monospace, monospace; }
`;

/** On paper nothing but the sheets, one a page. */
export function toPrintCss([width, height]: readonly [number, number]): string {
  return `
@media screen { .lb-print { display: none; } }
@media print {
  @page { size: ${width}mm ${height}mm; margin: 0; }
  html, body { margin: 0 !important; padding: 0 !important; max-width: none !important; background: #fff !important; }
  body > :not(.lb-print) { display: none !important; }
  .lb-sheet { break-after: page; }
}
`;
}

/** The element that sheets are put together in. */
export const labelStyles = css`
  :host {
    display: block;
    margin: var(--lb-2) 0 var(--lb-4);
  }
  .tools {
    align-items: end;
    margin-bottom: var(--lb-2);
  }
  label {
    display: flex;
    flex-direction: column;
    gap: 2px;
    font-size: var(--lb-size-small);
    color: var(--lb-text-muted);
  }
  label input,
  label select {
    font-size: var(--lb-size);
    color: var(--lb-text);
  }
  input[type="number"] {
    width: 64px;
  }
  .base {
    flex: 1 1 240px;
  }
  .list {
    max-height: 200px;
    overflow-y: auto;
    margin: 0 0 var(--lb-2);
    padding: var(--lb-1) var(--lb-2);
    border: 1px solid var(--lb-border);
    border-radius: var(--lb-radius);
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(220px, 1fr));
    list-style: none;
  }
  .list label {
    flex-direction: row;
    align-items: center;
    gap: var(--lb-1);
    min-height: var(--lb-row);
    font-size: var(--lb-size);
    color: inherit;
  }
  .preview {
    max-height: 480px;
    overflow: auto;
    padding: var(--lb-2);
    background: var(--lb-bg-hover);
    border-radius: var(--lb-radius);
  }
  .lb-sheet {
    margin-bottom: var(--lb-2);
  }
  .lb-sheet > * {
    outline: 1px dashed #999;
  }
  ${unsafeCSS(SHEET_CSS)}
`;
