/** What the toast that offers Undo says; "" where there is none. Ctrl+Z waits for it: a write is undone once it is offered. */
export function toastText(): string {
  const toast = document.querySelector("lb-undo-toast");
  return toast?.shadowRoot?.textContent.replace(/\s+/g, " ").trim() ?? "";
}
