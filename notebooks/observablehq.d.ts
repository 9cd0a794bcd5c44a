/** What Framework gives a module of a page. */
declare module "observablehq:stdlib" {
  /** A file that the site publishes; `href` is absolute in a module, and hashed in a build. */
  export function FileAttachment(path: string): {readonly href: string; readonly name: string};

  export const Generators: {
    /** Values as they are given; what `initialize` returns is called when nobody wants more. */
    observe<T>(initialize: (give: (value: T) => void) => () => void): AsyncGenerator<T>;
  };
}
