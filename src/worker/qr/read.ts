/** The door of the reading half: all that the server and the command line may touch of it. */
export { readBytes } from './decode/charset/readBytes';
export type { DecodeEngine } from './decode/decodeImage';
export { MAX_PIXELS, MAX_TIMEOUT_MS } from './decode/defaults';
export { joinParts } from './decode/joinParts';
export { readHeader, typeOfName } from './decode/pictureHeader';
export { createDecodePool, type DecodePool, type DecodeThread } from './decode/pool';
export { pictureTable } from './tables';
