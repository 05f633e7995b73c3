/** What a text out of a symbol means: its kind, its fields, and where it leads. */
import type { Link } from './link';
import type { PayloadValues } from './payload';

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
