/** Every packaged file but those of dist/, by its name in the package. */
export declare function packagedSources(folder?: string): Map<string, Uint8Array | string>;
/** The package's own package.json. */
export declare function packagedManifest(folder?: string): string;
