import type {TemplateResult} from "lit";
import {html, render} from "lit";
import {SHEET_CSS, toPrintCss} from "./label-styles.ts";

/** Prints sheets, and nothing else of the page; afterwards the page is as it was. */
export function printSheets(
  sheets: readonly TemplateResult[],
  page: readonly [width: number, height: number]
): void {
  const place = document.createElement("div");
  place.className = "lb-print";
  render(
    html`<style>
        ${SHEET_CSS}${toPrintCss(page)}</style
      >${sheets}`,
    place
  );
  document.body.append(place);
  addEventListener("afterprint", () => place.remove(), {once: true});
  print();
}
