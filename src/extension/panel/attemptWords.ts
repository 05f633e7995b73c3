/** What each attempt of the decoder is in words that need no knowledge of it. */
import type { toolStrings } from './strings/toolStrings';

/** A sentence's key in the panel's words. */
export type AttemptWord = Extract<keyof ReturnType<typeof toolStrings>, `attempt${string}`>;

/** By the names of the decoder. */
export const attemptWords: Readonly<Record<string, AttemptWord>> = {
  engine: 'attemptPlain',
  denoise: 'attemptDenoise',
  'local-128': 'attemptLocal',
  'local-128-0': 'attemptLocal',
  'local-8': 'attemptLocal',
  'gamma-0.5': 'attemptLighter',
  'gamma-2': 'attemptDarker',
  'squash-y': 'attemptSquash',
  'blur-2': 'attemptBlur',
  'equalise-16': 'attemptEqualise',
  'equalise-8': 'attemptEqualise',
  'rotate-67': 'attemptTurned',
  'grid-located': 'attemptLocated',
  'grid-finders': 'attemptFinders',
  'grid-finders-coarse': 'attemptFinders',
  'grid-finders-fine': 'attemptFinders',
  'grid-finders-large': 'attemptFinders',
  'grid-rings': 'attemptRings',
  'grid-narrow': 'attemptNarrow',
  'grid-steep': 'attemptNarrow',
  'grid-rolled': 'attemptRolled',
  unblurred: 'attemptUnblurred',
};

/** Each word once, in the order of the attempts. */
export const triedWords = (attempts: readonly string[]): AttemptWord[] => [
  ...new Set(attempts.flatMap((name) => (Object.hasOwn(attemptWords, name) ? attemptWords[name]! : []))),
];
