const LITERAL = /(?:true|false|null)(?![\w$])/y;
const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?(?![\w.+-])/y;
const SPACE = /[ \t\n\r]*/y;
const HEX = /[0-9a-fA-F]{4}/y;
/** How much of what stands at a place is shown. */
const EXCERPT_LENGTH = 12;

/** The first place where a text is not JSON, and what is wrong there; null where all of it is. */
export function findJsonError(text: string): {offset: number; what: string} | null {
  /** The closing brackets that are awaited. */
  const open: ("}" | "]")[] = [];
  /** What may come next. */
  let state: "value" | "value or ]" | "key" | "key or }" | "colon" | "comma" | "end" = "value";
  let at = 0;
  const match = (pattern: RegExp): boolean => {
    pattern.lastIndex = at;
    if (!pattern.test(text)) return false;
    at = pattern.lastIndex;
    return true;
  };
  const fail = (expected: string): {offset: number; what: string} => ({
    offset: at,
    what:
      at >= text.length
        ? `the text ends where ${expected} must come`
        : `${expected} expected, got ${JSON.stringify(text.slice(at, at + EXCERPT_LENGTH))}`
  });
  const close = (): void => {
    open.pop();
    state = open.length > 0 ? "comma" : "end";
  };
  for (;;) {
    match(SPACE);
    const char = text[at];
    if (state === "end") return char === undefined ? null : fail("the end");
    if (state === "colon") {
      if (char !== ":") return fail('":"');
      ++at;
      state = "value";
    } else if (state === "comma") {
      const closing = open.at(-1)!;
      if (char === closing) close();
      else if (char === ",") state = closing === "}" ? "key" : "value";
      else return fail(`"," or "${closing}"`);
      ++at;
    } else if (state === "key" || state === "key or }") {
      if (char === "}" && state === "key or }") {
        ++at;
        close();
      } else {
        if (char !== '"') return fail("a name in double quotes");
        const broken = passString();
        if (broken !== undefined) return fail(broken);
        state = "colon";
      }
    } else {
      if (char === "]" && state === "value or ]") {
        ++at;
        close();
      } else if (char === "{" || char === "[") {
        ++at;
        open.push(char === "{" ? "}" : "]");
        state = char === "{" ? "key or }" : "value or ]";
      } else {
        if (char === '"') {
          const broken = passString();
          if (broken !== undefined) return fail(broken);
        } else if (!match(LITERAL) && !match(NUMBER)) return fail("a value");
        state = open.length > 0 ? "comma" : "end";
      }
    }
  }

  /** Goes beyond a string; what was expected where it is broken. */
  function passString(): string | undefined {
    for (++at; at < text.length; ++at) {
      const char = text.charCodeAt(at);
      if (char === 0x22) {
        ++at;
        return undefined;
      }
      if (char < 0x20) return "an escape instead of a control character";
      if (char !== 0x5c) continue;
      ++at;
      if (text[at] === "u") {
        ++at;
        if (!match(HEX)) return "four hexadecimal digits";
        --at;
      } else if (!/["\\/bfnrt]/.test(text[at] ?? "")) return "an escape that JSON knows";
    }
    return "a closing quote";
  }
}
