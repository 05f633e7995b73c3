/** What the panel shows at the moment, in the worker's own types. */
import type { EncodedText } from '../../worker/protocol/methods';
import type { DecodedPicture } from '../../worker/protocol/picture';
import type { Level } from '../../worker/protocol/symbol';

/** A text whose symbol was made and read back. */
export type MadeSymbol = Extract<EncodedText, { error?: undefined }>;

export interface Made {
  item: EncodedText;
  /** Wanted by the user. */
  level: Level;
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
