/** A list of SHA-256 as sha256sum writes it, of names and contents. */
export declare function listOf(files: [string, Uint8Array | string][]): string;
