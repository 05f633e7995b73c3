/** Writes FILE.sig and answers where it is. Throws when the key is not a private Ed25519 one. */
export declare function signFile(keyFile: string, file: string): string;
