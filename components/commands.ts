/** Somebody wants a command of the site done, whichever part of the page shows it. */
export class CommandEvent extends Event {
  /** As it is called in the palette. */
  readonly command: string;

  constructor(command: string) {
    super("lb-command");
    this.command = command;
  }
}

/** Does a command that the site offers by its name. */
export function doCommand(command: string): void {
  document.dispatchEvent(new CommandEvent(command));
}

declare global {
  interface DocumentEventMap {
    "lb-command": CommandEvent;
  }
}
