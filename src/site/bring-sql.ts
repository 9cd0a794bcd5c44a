/** What is used of markdown-it, which Framework parses pages with. */
interface Token {
  content: string;
  info: string;
}
interface State {
  readonly tokens: Token[];
  readonly Token: new (type: string, tag: string, nesting: 0) => Token;
}
interface MarkdownParser {
  readonly core: {
    readonly ruler: {push(name: string, rule: (state: State) => void): void};
  };
}

const IMPORT = 'import {sql} from "/site.js";\n';
const USES = /\bsql\s*[`(]/;
const DECLARES =
  /\bimport\s*\{[^}]*\bsql\b[^}]*\}|\b(?:const|let|var|function)\s+(?:sql\b|\{[^}]*\bsql\b)/;

/**
 * Gives a page that uses `sql` and declares none the lake's (`site.ts`). Framework would take a DuckDB from a host on
 * the Internet, which knows nothing of the lake.
 */
export function bringSql<Parser extends MarkdownParser>(parser: Parser): Parser {
  parser.core.ruler.push("bring-sql", ({tokens, Token}) => {
    const cells = tokens.filter(({info}) => !/\brun=["']?false\b/.test(info));
    const codes = cells.filter(({info}) => /^(?:jsx?|tsx?)\b/.test(info));
    const uses =
      cells.some(({info}) => /^sql\b/.test(info)) || codes.some(({content}) => USES.test(content));
    if (!uses || codes.some(({content}) => DECLARES.test(content))) return;
    const cell = new Token("fence", "code", 0);
    cell.info = "js";
    cell.content = IMPORT;
    tokens.push(cell);
  });
  return parser;
}
