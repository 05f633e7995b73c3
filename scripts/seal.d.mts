export declare function sha256(bytes: Uint8Array | string): string;
export declare function marksIn(text: string): string[];
export declare function seal(files: Map<string, Uint8Array | string>): Map<string, Uint8Array | string>;
