// Signs a file with the publisher's Ed25519 key: `node scripts/sign.mjs KEY.pem FILE` writes
// FILE.sig, 64 bytes, the same as `openssl pkeyutl -sign -inkey KEY.pem -rawin -in FILE`. The key is
// made once, kept off line, and its public half published:
//   openssl genpkey -algorithm ed25519 -out key.pem && openssl pkey -in key.pem -pubout -out key.pub
import { createPrivateKey, sign } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** @returns where the signature is. Throws when the key is not a private one of that kind */
export function signFile(keyFile, file) {
  const key = createPrivateKey(readFileSync(keyFile));
  if (key.asymmetricKeyType !== 'ed25519') throw new Error(`${keyFile} is not an Ed25519 key`);
  const signature = `${file}.sig`;
  writeFileSync(signature, sign(null, readFileSync(file), key));
  return signature;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [key, file = 'SHA256SUMS'] = process.argv.slice(2);
  if (key) console.log(signFile(key, file));
  else {
    console.error('node scripts/sign.mjs KEY.pem [FILE]');
    process.exitCode = 2;
  }
}
