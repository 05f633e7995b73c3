/**
 * Letters of other alphabets that look like a Latin one: of the Unicode Consortium's confusables.txt
 * (UTS #39) the small letters of Greek, Cyrillic, Armenian and Latin that host names may hold and
 * whose picture is one ASCII letter; taken over in November 2026. One row differs: ӏ, there an i,
 * is drawn as l by the fonts of browsers.
 */
const TABLE =
  'ıi ɑa ɡg ɣy ɩi ɪi ɯw ʋu ʏy αa γy ιi νv οo ρp σo υu ϱp ϲc ϳj аa гr еe оo рp сc уy хx ѕs іi јj ѡw ѵv үy һh ҽe ӏl ' +
  'ԁd ԛq ԝw աw գq զq հh ոn ռn սu ցg քf օo';

const LATIN: ReadonlyMap<string, string> = new Map(TABLE.split(' ').map(([letter, latin]) => [letter!, latin!]));

/** What a label is taken for at a glance: ASCII, or undefined when it looks like no such name. */
export function looksLike(label: string): string | undefined {
  const shown = [...label].map((c) => LATIN.get(c) ?? c).join('');
  return shown !== label && /^[a-z\d-]+$/i.test(shown) ? shown : undefined;
}
