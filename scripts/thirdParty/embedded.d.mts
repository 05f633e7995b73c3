export interface Embedded {
  name: string;
  license: string;
  version?: { file: string; pattern: RegExp };
  files: Record<string, string[]>;
  texts: string[];
  copyright?: string;
}
export const embedded: Embedded[];
