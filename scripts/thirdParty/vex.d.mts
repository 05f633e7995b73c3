export interface Statement {
  id: string;
  source: { name: string; url: string };
  /** Name of the component. */
  part: string;
  /** The version that the statement was made for, where the part tells one. */
  lookedAt: string | undefined;
  ratings?: { source: { name: string; url: string }; severity: string; method: string }[];
  analysis: { state: string; justification?: string; response?: string[]; detail: string };
}
export declare const statements: Statement[];
