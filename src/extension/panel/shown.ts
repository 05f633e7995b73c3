/** What the panel shows at the moment, in the worker's own types. */
import type { EncodedText } from '../../worker/protocol/methods';
import type { DecodedPicture } from '../../worker/protocol/picture';
import type { Level } from '../../worker/protocol/symbol';

/** A text whose symbol was made and read back. */
export type MadeSymbol = Extract<EncodedText, { error?: undefined }>;

/** What a symbol is made of: a text, or the bytes of a file that is none. */
export type Source = { text: string } | { bytes: Uint8Array; name: string };

export interface Made {
  /** The parts of a set share one. */
  source: Source;
  item: EncodedText;
  /** Wanted by the user. */
  level: Level;
  /** The user chose the level: it is not raised, even where that costs nothing. */
  exact: boolean;
  /** The text is divided over a numbered set, of which this is one. */
  split: boolean;
}

/** A picture that was decoded. */
export interface ReadPicture {
  name: string;
  /** Where its bytes can be read again. */
  uri?: string;
  /** A dropped or pasted picture, which has no URI. */
  bytes?: Uint8Array;
  picture: DecodedPicture;
}

export interface Shown {
  made: Made[];
  read: ReadPicture[];
}
