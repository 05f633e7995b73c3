export declare function isForbiddenModule(name: string): boolean;
export declare function reaches(file: string, text: string, sources?: readonly string[]): string[];
