/**
 * The decoder, bundled to dist/decoder.js with its .wasm files beside it: for a decode thread, and
 * for a process that wants none.
 */
import './nodeCodecs';

export { serveDecodeJobs } from '../qr/decode/decodeThread';
export { decodeHere } from './decodeHere';
