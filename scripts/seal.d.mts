type Files = Map<string, Uint8Array | string>;
export declare function sha256(bytes: Uint8Array | string): string;
export declare function marksIn(text: string): string[];
export declare function closure(files: Files, name: string): Set<string>;
export declare function seal(files: Files, others?: Files): Files;
