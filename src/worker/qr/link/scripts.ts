/** Which alphabets a name is written in. */

const SCRIPTS = [
  ['latin', /\p{Script=Latin}/u],
  ['cyrillic', /\p{Script=Cyrillic}/u],
  ['greek', /\p{Script=Greek}/u],
  ['armenian', /\p{Script=Armenian}/u],
  ['georgian', /\p{Script=Georgian}/u],
  ['cherokee', /\p{Script=Cherokee}/u],
  ['hebrew', /\p{Script=Hebrew}/u],
  ['arabic', /\p{Script=Arabic}/u],
  ['devanagari', /\p{Script=Devanagari}/u],
  ['thai', /\p{Script=Thai}/u],
  ['han', /\p{Script=Han}/u],
  ['hiragana', /\p{Script=Hiragana}/u],
  ['katakana', /\p{Script=Katakana}/u],
  ['bopomofo', /\p{Script=Bopomofo}/u],
  ['hangul', /\p{Script=Hangul}/u],
] as const;

/** What is written together in China, Japan and Korea: "Highly Restrictive" of UTS #39 §5.2. */
const TOGETHER = [
  ['latin', 'han', 'hiragana', 'katakana'],
  ['latin', 'han', 'bopomofo'],
  ['latin', 'han', 'hangul'],
];

/** Letters of alphabets that no language writes together in one word. */
export function mixesScripts(label: string): boolean {
  const found = SCRIPTS.flatMap(([name, letters]) => (letters.test(label) ? [name] : []));
  return found.length > 1 && !TOGETHER.some((usual) => found.every((name) => usual.includes(name)));
}
