/** The character sets that bytes may be in although nothing says so, and what their codes mean. */
import {
  ARABIC,
  BALTIC,
  CENTRAL,
  CYRILLIC,
  GREEK,
  HEBREW,
  JAPANESE,
  KOREAN,
  SIMPLIFIED,
  THAI,
  TRADITIONAL,
  TURKISH,
  WESTERN,
} from './languages';

interface Candidate {
  name: string;
  /** What is told when it is chosen. */
  reason: string;
  /** Bits by which it must explain the bytes better than a candidate with 0. */
  prior: number;
}

/** Two and more bytes a character. */
export interface WideCandidate extends Candidate {
  common: string;
  /** Bits of a character that is not common, by its first byte: first, last, bits. */
  rows: readonly (readonly [number, number, number])[];
  /** Smallest second byte of these rows; characters with a smaller one, or in no row, are rare. */
  minTrail: number;
}

/** One byte a character. */
export interface NarrowCandidate extends Candidate {
  letters: string;
  /** Its letters stand among the ASCII letters of a word. */
  isLatin: boolean;
}

const narrow = (name: string, reason: string, prior: number, letters: string, isLatin = false): NarrowCandidate => ({
  name,
  reason,
  prior,
  letters,
  isLatin,
});

export const wideCandidates: readonly WideCandidate[] = [
  {
    name: 'gb18030',
    reason: 'common-chinese',
    prior: 0,
    common: SIMPLIFIED,
    minTrail: 0xa1,
    rows: [
      [0xa1, 0xa1, 9],
      [0xa3, 0xa3, 10],
      [0xa2, 0xa9, 17],
      [0xb0, 0xd7, 12.5],
      [0xd8, 0xf7, 17],
    ],
  },
  {
    name: 'shift_jis',
    reason: 'common-japanese',
    prior: 2,
    common: JAPANESE,
    minTrail: 0x40,
    rows: [
      [0x81, 0x81, 9],
      [0x82, 0x82, 7.5],
      [0x83, 0x83, 8.5],
      [0x88, 0x97, 13],
      [0x98, 0x9f, 17],
      [0xe0, 0xea, 17],
    ],
  },
  {
    name: 'big5',
    reason: 'common-traditional-chinese',
    prior: 2,
    common: TRADITIONAL,
    minTrail: 0x40,
    rows: [
      [0xa1, 0xa1, 9],
      [0xa2, 0xa3, 12],
      [0xa4, 0xc6, 13],
      [0xc9, 0xf9, 17],
    ],
  },
  {
    name: 'euc-kr',
    reason: 'common-korean',
    prior: 3,
    common: KOREAN,
    minTrail: 0xa1,
    rows: [
      [0xa1, 0xa1, 10],
      [0xa3, 0xa3, 11],
      [0xb0, 0xc8, 12],
      [0xca, 0xfd, 19],
    ],
  },
  {
    name: 'euc-jp',
    reason: 'common-japanese',
    prior: 6,
    common: JAPANESE,
    minTrail: 0xa1,
    rows: [
      [0xa1, 0xa1, 9],
      [0xa3, 0xa3, 10],
      [0xa4, 0xa4, 7.5],
      [0xa5, 0xa5, 8.5],
      [0xb0, 0xcf, 13],
      [0xd0, 0xf4, 17],
    ],
  },
];

export const narrowCandidates: readonly NarrowCandidate[] = [
  narrow('windows-1252', 'western-letters', 0, WESTERN, true),
  narrow('windows-1251', 'common-cyrillic', 4, CYRILLIC),
  narrow('koi8-r', 'common-cyrillic', 8, CYRILLIC),
  narrow('iso-8859-5', 'common-cyrillic', 8, CYRILLIC),
  narrow('windows-1253', 'common-greek', 8, GREEK),
  narrow('iso-8859-7', 'common-greek', 10, GREEK),
  narrow('windows-1255', 'common-hebrew', 8, HEBREW),
  narrow('windows-1256', 'common-arabic', 8, ARABIC),
  narrow('windows-874', 'common-thai', 8, THAI),
  narrow('windows-1250', 'central-european-letters', 6, CENTRAL, true),
  narrow('iso-8859-2', 'central-european-letters', 9, CENTRAL, true),
  narrow('windows-1254', 'turkish-letters', 6, TURKISH, true),
  narrow('windows-1257', 'baltic-letters', 9, BALTIC, true),
];
