import type {PageLink} from "./pages.ts";
import {HELP_PAGES, PRODUCT_PAGES, notebookPages} from "./pages.ts";

interface PageContext {
  readonly title: string | null;
  readonly path: string;
}

/** Line icons of 16 × 16, by page; a notebook has the last one. */
const ICONS: Readonly<Record<string, string>> = {
  "/index": "M2 2h5v6H2zM9 2h5v4H9zM9 8h5v6H9zM2 10h5v4H2z",
  "/import": "M8 2v7M5 6.5 8 9.5l3-3M2 10v4h12v-4",
  "/batches": "M2 2.5h12v3H2zM2 6.5h12v3H2zM2 10.5h12v3H2z",
  "/lake":
    "M2 4c0-1.1 2.7-2 6-2s6 .9 6 2-2.7 2-6 2-6-.9-6-2zM2 4v8c0 1.1 2.7 2 6 2s6-.9 6-2V4M2 8c0 1.1 2.7 2 6 2s6-.9 6-2",
  "/entries": "M2 3h12v3H2zM2 8h12v3H2zM2 13h8",
  "/types": "M2 2h5v5H2zM9 4.5h5M9 11.5h5M2 9h5v5H2z",
  "/edges": "M4 6a2 2 0 1 0 0-4 2 2 0 0 0 0 4zM12 14a2 2 0 1 0 0-4 2 2 0 0 0 0 4zM5.5 5.5l5 5",
  "/search": "M7 11.5a4.5 4.5 0 1 0 0-9 4.5 4.5 0 0 0 0 9zM10.5 10.5 14 14",
  "/topics":
    "M5 7a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5zM11.5 9a2 2 0 1 0 0-4 2 2 0 0 0 0 4zM6.5 14a2 2 0 1 0 0-4 2 2 0 0 0 0 4z",
  "/map": "M2 4l4-2 4 2 4-2v10l-4 2-4-2-4 2zM6 2v10M10 4v10",
  "/duplicates": "M2 2h8v8H2zM6 10v4h8V6h-4",
  "/models": "M8 2l5.5 3v6L8 14l-5.5-3V5zM8 8v6M8 8 2.5 5M8 8l5.5-3",
  "/review": "M2 2.5h12v11H2zM5 8l2 2.5L11 6",
  "/packs": "M2 5.5 8 2l6 3.5v5L8 14l-6-3.5zM2 5.5 8 9l6-3.5M8 9v5",
  "/guide":
    "M8 14A6 6 0 1 0 8 2a6 6 0 0 0 0 12zM6.3 6.3a1.8 1.8 0 1 1 2.4 1.7c-.5.2-.7.5-.7 1v.4M8 11.4v.2",
  "/connectors": "M5 2v3M11 2v3M3.5 5h9v2a4.5 4.5 0 0 1-9 0zM8 11.5V14",
  "/history": "M2.5 8a5.5 5.5 0 1 0 1.7-4M2 2.5v3h3M8 5v3l2 1.5",
  "/settings": "M2 4h7M12 4h2M9 2.5v3M2 8h2M7 8h7M4 6.5v3M2 12h7M12 12h2M9 10.5v3",
  notebook: "M4 2h9v12H4zM2 5h3M2 8h3M2 11h3M7 5h4M7 8h4"
};

/** What a page says that was opened as a file, as browsers then load none of its scripts. */
const NO_SERVER =
  "Nothing runs on this page, as it was opened as a file. Serve the folder with any web server, such as python3 -m http.server, and open the address that it says.";

/**
 * What stands in every page's head: the theme, density and rail that were chosen, before anything is painted.
 * Framework's template has no language and forbids zooming; both are mended here.
 */
export function renderHead(): string {
  return `<link rel="icon" href="data:image/svg+xml,${encodeURIComponent(ICON)}">
<script>{
  const root = document.documentElement;
  root.lang = "en";
  document.querySelector("meta[name=viewport]").content = "width=device-width, initial-scale=1";
  for (const name of ["theme", "density", "rail"]) {
    try {
      const value = localStorage.getItem("lakebook:" + name);
      if (value) root.dataset[name] = value;
    } catch {
      // a window that keeps nothing starts from the defaults
    }
  }
  if (location.protocol === "file:")
    addEventListener("DOMContentLoaded", () => {
      const note = document.createElement("p");
      note.role = "alert";
      note.textContent = ${JSON.stringify(NO_SERVER)};
      document.querySelector("main").prepend(note);
    });
}</script>`;
}

/** The rail and the strip of every page. The strip's element is brought to life by `site.ts`. */
export function renderHeader({title, path}: PageContext): string {
  const notebooks = notebookPages();
  return `<a class="lb-skip" href="#observablehq-main">Skip to content</a>
<nav class="lb-rail" aria-label="Pages">
  <div class="lb-brand"><a href="/index">${svg(ICON_PATH)}<span>Lakebook</span></a></div>
  ${list(PRODUCT_PAGES, path)}
  ${notebooks.length > 0 ? `<h2 id="lb-notebooks">Notebooks</h2>${list(notebooks, path)}` : ""}
  ${list(HELP_PAGES, path)}
</nav>
<lb-strip page="${escapeHtml(title ?? "Lakebook")}"></lb-strip>
<script type="module" src="/site.js"></script>`;
}

function list(links: readonly PageLink[], current: string): string {
  const items = links.map(({name, path}) => {
    const here = path === current ? ' aria-current="page"' : "";
    return `<li><a href="${path}"${here} title="${escapeHtml(name)}">${svg(ICONS[path] ?? ICONS.notebook!)}<span>${escapeHtml(name)}</span></a></li>`;
  });
  return `<ul>${items.join("")}</ul>`;
}

function svg(path: string): string {
  return `<svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true"><path d="${path}" fill="none" stroke="currentColor" stroke-width="1.3" stroke-linejoin="round" stroke-linecap="round"/></svg>`;
}

const ICON_PATH =
  "M1.5 10.5c1.6 0 1.6-1 3.2-1s1.6 1 3.2 1 1.6-1 3.2-1 1.6 1 3.2 1M1.5 13.5c1.6 0 1.6-1 3.2-1s1.6 1 3.2 1 1.6-1 3.2-1 1.6 1 3.2 1M4 7V2.5h8V7M6 5h4";
const ICON = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16"><path d="${ICON_PATH}" fill="none" stroke="#4269d0" stroke-width="1.4" stroke-linejoin="round" stroke-linecap="round"/></svg>`;

const ESCAPES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;"
};

function escapeHtml(text: string): string {
  return text.replace(/[&<>"]/g, (character) => ESCAPES[character]!);
}
