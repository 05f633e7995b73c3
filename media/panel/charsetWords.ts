/** The character set of a symbol's bytes in words, and why it was taken. */
import type { PanelStrings, ReadSymbol } from '../../src/extension/panel/contract';
import { fillIn } from './words';

type Charset = NonNullable<ReadSymbol['charset']>;

/** As it is written in texts: UTF-8, GB18030, windows-1252. */
export const charsetName = (name: string): string => (name.startsWith('windows-') ? name : name.toUpperCase());

/** Empty where nothing is known. */
export function charsetWords({ charset }: ReadSymbol, strings: PanelStrings): string {
  if (!charset) return '';
  const { name, from } = charset;
  return from === 'ascii' ? 'ASCII' : fillIn(sentences(strings)[from], { charset: charsetName(name) });
}

const sentences = (strings: PanelStrings): Record<Exclude<Charset['from'], 'ascii'>, string> => ({
  eci: strings.charsetEci,
  guess: strings.charsetGuess,
  chosen: strings.charsetChosen,
});

/** A sentence, or empty. */
export function charsetReason({ charset }: ReadSymbol, strings: PanelStrings): string {
  if (!charset) return '';
  if (charset.from === 'eci') return strings.reasonEci;
  if (charset.from === 'ascii') return strings.reasonAscii;
  const { reason = '' } = charset;
  const own: Record<string, string> = {
    'byte-order-mark': strings.reasonMark,
    'valid-utf-8': strings.reasonUtf8,
    'kanji-mode': strings.reasonKanji,
  };
  const language = languages(strings)[reason];
  return own[reason] ?? (language === undefined ? '' : fillIn(strings.reasonLanguage, { language }));
}

const languages = (strings: PanelStrings): Record<string, string> => ({
  'common-chinese': strings.languageChinese,
  'common-traditional-chinese': strings.languageTraditional,
  'common-japanese': strings.languageJapanese,
  'common-korean': strings.languageKorean,
  'common-cyrillic': strings.languageCyrillic,
  'common-greek': strings.languageGreek,
  'common-hebrew': strings.languageHebrew,
  'common-arabic': strings.languageArabic,
  'common-thai': strings.languageThai,
  'western-letters': strings.languageWestern,
  'central-european-letters': strings.languageCentral,
  'turkish-letters': strings.languageTurkish,
  'baltic-letters': strings.languageBaltic,
});
