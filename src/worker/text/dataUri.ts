/** Bytes as an address that holds them. */
import { base64 } from './base64';

/** A `data:` address (RFC 2397). */
export const dataUri = (bytes: Uint8Array, type: string): string => `data:${type};base64,${base64(bytes)}`;
