/** Detached signatures by Ed25519 (RFC 8032), as `openssl pkeyutl -sign -rawin` writes them. */
import { createPublicKey, type KeyObject, verify } from 'node:crypto';

/** Of a PEM file, as `openssl pkey -pubout` writes it; undefined where it is no Ed25519 key. */
export function readPublicKey(pem: string): KeyObject | undefined {
  try {
    // A private key would be taken, too: nobody should have to bring one here.
    if (!pem.includes('BEGIN PUBLIC KEY')) return undefined;
    const key = createPublicKey(pem);
    return key.asymmetricKeyType === 'ed25519' ? key : undefined;
  } catch {
    return undefined;
  }
}

/** @param signature 64 bytes */
export const isSigned = (content: Uint8Array, signature: Uint8Array, key: KeyObject): boolean =>
  signature.length === 64 && verify(null, content, key, signature);
