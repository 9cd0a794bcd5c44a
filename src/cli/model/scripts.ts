import {toWords} from "./words.ts";

/** First and last letters of scripts that our text hardly holds: Greek, Cyrillic, Armenian, Hebrew, Arabic, Devanagari … */
const LETTERS: readonly (readonly [number, number])[] = [
  [0x0391, 0x03c9],
  [0x0410, 0x045f],
  [0x0490, 0x0493],
  [0x0561, 0x0586],
  [0x05d0, 0x05ea],
  [0x0621, 0x064a],
  [0x067e, 0x067e],
  [0x0686, 0x0686],
  [0x06a9, 0x06af],
  [0x06cc, 0x06cc],
  [0x0905, 0x0939],
  [0x093e, 0x0940],
  [0x0985, 0x09b9],
  [0x0e01, 0x0e46],
  [0x10d0, 0x10f0],
  [0x1100, 0x1112],
  [0x1161, 0x1175],
  [0x11a8, 0x11c2],
  [0x3041, 0x3093],
  [0x30a1, 0x30f3]
];

const EMOJI =
  "😀😃😄😁😆😅🤣😂🙂🙃😉😊😇🥰😍🤩😘😋😛😜🤪🤗🤭🤫🤔😐😑😶😏😒🙄😬😌😔😪😴😷🤒🤕🤢🤮🤧🥵🥶😵🤯🥳😎🤓😕😟🙁☹😮😲😳🥺" +
  "😨😰😥😢😭😱😖😞😓😩😫🥱😤😡😠🤬😈💀💩🤖👋👌✌🤞🤘👈👉👆👇☝👍👎👊👏🙌🙏💪👀👶👦👧👨👩👴👵🤷🤦🏃🚶💃👪❤🧡💛💚💙💜🖤💔💕💖💯" +
  "💥💦💤🐶🐱🐭🐰🦊🐻🐼🐸🐷🐔🐧🐦🐝🦋🐢🐟🌸🌹🌻🌲🌴🍀🍁🍎🍌🍇🍓🍉🍋🍕🍔🍟🌮🍣🍜🍝🍞🧀🥚🍳🥗🍦🍰🎂🍫🍩🍪☕🍵🍺🍻🍷🥂🍾🍽🏠🏡🏢🏥🏫" +
  "🚗🚕🚌🚲🚂✈🚀⛵🌍🌙⭐🌟☀⛅☔⚡❄⛄🔥💧🌊🎄🎁🎈🎉🎊🏆🥇⚽🏀🎾🏊🚴🎮🎲🎨🎤🎧🎵🎶🎸🎹📱💻📷🎥📺⏰📞💡🔋📧📦📅📈📉📊📌📎📝📚💰💵💸💳🔑🔒🔧🔨💊💉🧪🔬" +
  "✅✔❌❗❓⚠🚫♻➡⬅⬆⬇🔴🟢🔵⬛⬜♥♂♀";

/** Letters of scripts other than Latin, as words hold them after normalising. */
export function listScriptLetters(): string[] {
  const codes = LETTERS.flatMap(([first, last]) =>
    Array.from({length: last - first + 1}, (_, i) => first + i)
  );
  const chars = toDistinctWords(codes.map((code) => String.fromCodePoint(code)));
  return chars.filter((char) => /[\p{L}\p{M}]/u.test(char));
}

/** Those letters, and emoji: texts are alike by the characters that they share, also where no text teaches them. */
export function listLetters(): string[] {
  const emoji = toDistinctWords([...EMOJI]).filter((char) => /[\p{So}\p{Sm}]/u.test(char));
  return [...listScriptLetters(), ...emoji];
}

/** The 3,755 most common Chinese characters: the first level of the standard GB 2312. */
export function listIdeographs(): string[] {
  const decoder = new TextDecoder("gb18030");
  const chars: string[] = [];
  for (let row = 0xb0; row <= 0xd7; ++row)
    for (let cell = 0xa1; cell <= 0xfe; ++cell)
      chars.push(decoder.decode(Uint8Array.of(row, cell)));
  return toDistinctWords(chars).filter((char) => /\p{Script=Han}/u.test(char));
}

function toDistinctWords(chars: readonly string[]): string[] {
  return [...new Set(chars.flatMap((char) => toWords(char)))].filter(
    (word) => [...word].length === 1
  );
}
