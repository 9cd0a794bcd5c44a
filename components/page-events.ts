import type {ReactiveControllerHost} from "lit";

type PageEvents = WindowEventMap & DocumentEventMap;

/** Hears events of the window or the document while an element stands on the page. */
export function hearPage<K extends keyof PageEvents>(
  host: ReactiveControllerHost,
  target: Window | Document,
  type: K,
  hear: (event: PageEvents[K]) => void
): void {
  const listener = hear as EventListener;
  host.addController({
    hostConnected: () => target.addEventListener(type, listener),
    hostDisconnected: () => target.removeEventListener(type, listener)
  });
}
