/** What a text out of a symbol means, and the requests for that: its kind, its fields, and where it leads. */
import type { Link } from './link';
import { method } from './methods';
import type { PayloadValues } from './payload';
import type { DecodedSet, DecodedSymbol } from './picture';

/** One field of a payload as a person reads it. */
export interface TextField {
  /** In the user's language. */
  label: string;
  value: string;
  /** The value holds a password, a key or a token. */
  secret: boolean;
}

export interface TextMeaning {
  /** What the text is, or (bare) is like, with the values of its form; absent for plain text. */
  known?: { kind: string; label: string; bare: boolean; values: PayloadValues };
  /** Of a payload that has parts, in the order of its form; empty for the others. */
  fields: TextField[];
  /** The address that the whole text is. */
  link?: Link;
}

/**
 * Extension to server, once per view of what was read: what each text means, in the order asked and
 * in the user's language.
 */
export const describeMethod = method<{ texts: string[] }, { meanings: TextMeaning[] }>('qr/describe');

/**
 * Extension to server, when the bytes of a symbol are shown and when they are to be read in another
 * character set. `broken`: some of the bytes mean nothing in it. `charsets`: all that can be chosen.
 */
export const readBytesMethod = method<
  { bytes: Uint8Array; charset: string },
  { text: string; broken: boolean; secret: boolean; charsets: readonly string[] }
>('qr/readBytes');

/**
 * Extension to server, when parts of sets were read in several pictures: the sets that they make
 * together.
 */
export const joinMethod = method<{ symbols: DecodedSymbol[] }, { sets: DecodedSet[] }>('qr/join');
