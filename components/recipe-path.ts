/**
 * Where the value at a path such as `steps[2].columns` stands in a JSON text, in UTF-16 units; undefined where there is
 * none. The text must be JSON.
 */
export function findJsonPath(text: string, path: string): number | undefined {
  const keys = Array.from(path.matchAll(/\[(\d+)\]|([^.[\]]+)/g), ([, index, name]) =>
    index === undefined ? name! : Number(index)
  );
  const scan = new JsonScan(text);
  return scan.find(keys);
}

/** Steps through a JSON text without making values of it. */
class JsonScan {
  readonly #text: string;
  #at = 0;

  constructor(text: string) {
    this.#text = text;
  }

  find(keys: readonly (string | number)[]): number | undefined {
    this.#skipBlanks();
    const [key, ...rest] = keys;
    if (key === undefined) return this.#at;
    const opening = typeof key === "number" ? "[" : "{";
    if (this.#text[this.#at] !== opening) return undefined;
    this.#at += 1;
    for (let index = 0; ; ++index) {
      this.#skipBlanks();
      if (/[\]}]/.test(this.#text[this.#at] ?? "}")) return undefined;
      const name: string | number = typeof key === "number" ? index : this.#readName();
      if (name === key) return this.find(rest);
      this.#skipValue();
      this.#skipBlanks();
      if (this.#text[this.#at] === ",") this.#at += 1;
    }
  }

  #readName(): string {
    const from = this.#at;
    this.#skipString();
    const name = JSON.parse(this.#text.slice(from, this.#at)) as string;
    this.#skipBlanks();
    this.#at += 1; // the colon
    return name;
  }

  #skipBlanks(): void {
    while (/\s/.test(this.#text[this.#at] ?? "")) this.#at += 1;
  }

  #skipString(): void {
    this.#at += 1;
    while (this.#at < this.#text.length && this.#text[this.#at] !== '"')
      this.#at += this.#text[this.#at] === "\\" ? 2 : 1;
    this.#at += 1;
  }

  #skipValue(): void {
    this.#skipBlanks();
    let depth = 0;
    while (this.#at < this.#text.length) {
      const character = this.#text[this.#at]!;
      if (character === '"') this.#skipString();
      else if (/[[{]/.test(character)) {
        depth += 1;
        this.#at += 1;
      } else if (depth === 0 && /[,\]}]/.test(character)) return;
      else {
        if (/[\]}]/.test(character)) depth -= 1;
        this.#at += 1;
      }
    }
  }
}
