/** By name and version. */
export const integrity: Readonly<Record<string, string>>;
export function lockedSpec(name: string, major?: string): string;
export function checkPacked(file: string, spec: string): void;
export function checkLocked(folder: string, name: string, log: (line: string) => void): void;
