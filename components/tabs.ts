import type {TemplateResult} from "lit";
import {css, html} from "lit";

export interface Tab<Name extends string> {
  readonly name: Name;
  readonly label: string;
}

export const tabStyles = css`
  [role="tablist"] {
    display: flex;
    gap: var(--lb-1);
    border-bottom: 1px solid var(--lb-border);
  }
  [role="tab"] {
    min-height: var(--lb-control);
    margin-bottom: -1px;
    padding: 0 var(--lb-2);
    border: 0;
    border-bottom: 2px solid transparent;
    border-radius: 0;
    background: none;
    color: var(--lb-text-muted);
  }
  [role="tab"][aria-selected="true"] {
    border-bottom-color: var(--lb-accent);
    color: var(--lb-text);
    font-weight: 600;
  }
`;

/**
 * A row of tabs; the panel that belongs to them is `<div role="tabpanel" id="panel" aria-labelledby="tab-NAME">`.
 * Arrows, Home and End pick with the focus.
 */
export function renderTabs<Name extends string>(
  label: string,
  tabs: readonly Tab<Name>[],
  current: Name,
  pick: (name: Name) => void
): TemplateResult {
  const onKeyDown = (event: KeyboardEvent): void => {
    const index = tabs.findIndex(({name}) => name === current);
    const to = toIndex(event.key, index, tabs.length);
    if (to === undefined) return;
    event.preventDefault();
    pick(tabs[to]!.name);
    const list = event.currentTarget as HTMLElement;
    list.querySelectorAll<HTMLElement>("[role=tab]")[to]!.focus();
  };
  return html`<div role="tablist" aria-label=${label} @keydown=${onKeyDown}>
    ${tabs.map(
      (tab) =>
        html`<button
          role="tab"
          id="tab-${tab.name}"
          aria-selected=${tab.name === current}
          aria-controls="panel"
          tabindex=${tab.name === current ? 0 : -1}
          @click=${() => pick(tab.name)}
        >
          ${tab.label}
        </button>`
    )}
  </div>`;
}

function toIndex(key: string, index: number, count: number): number | undefined {
  switch (key) {
    case "ArrowLeft":
      return (index + count - 1) % count;
    case "ArrowRight":
      return (index + 1) % count;
    case "Home":
      return 0;
    case "End":
      return count - 1;
    default:
      return undefined;
  }
}
