import type {ReactiveControllerHost} from "lit";

/** Hears events of the window or the document while an element stands on the page. */
export function hearPage<K extends keyof WindowEventMap>(
  host: ReactiveControllerHost,
  target: Window | Document,
  type: K,
  hear: (event: WindowEventMap[K]) => void
): void {
  const listener = hear as EventListener;
  host.addController({
    hostConnected: () => target.addEventListener(type, listener),
    hostDisconnected: () => target.removeEventListener(type, listener)
  });
}
