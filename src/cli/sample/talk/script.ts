/** One turn of a conversation: who speaks, the template of what is said, and how often it is said at all. */
export interface Turn {
  isMine: boolean;
  template: string;
  isOptional: boolean;
}

/** A block of turns under its header, the text after `#`. */
export interface Script {
  header: string;
  turns: readonly Turn[];
}

const TURN = /^([<>])(\??) (.+)$/;

/** The scripts of a text; the layout is told in `home.ts`. Throws at a line that is no turn. */
export function parseScripts(text: string): Script[] {
  return text
    .trim()
    .split(/\n\s*\n/)
    .map((block) => {
      const [header, ...lines] = block.split("\n");
      return {header: header!.replace(/^# /, ""), turns: lines.map(parseTurn)};
    });
}

function parseTurn(line: string): Turn {
  const match = TURN.exec(line);
  if (!match) throw new SyntaxError(`line that is no turn: ${line}`);
  const [, speaker, mark, text] = match;
  return {
    isMine: speaker === ">",
    isOptional: mark === "?",
    template: text!.includes(" | ") ? `{${text}}` : text!
  };
}
