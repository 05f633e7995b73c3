/** Every packaged file but those of dist/, by its name in the package. */
export declare function packagedSources(folder?: string): Map<string, Uint8Array | string>;
