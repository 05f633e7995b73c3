export interface Statement {
  id: string;
  source: { name: string; url: string };
  /** Name of the component. */
  part: string;
  /** The component whose version changes with the part's, where the part tells none. */
  datedBy?: string;
  /** The version that the statement was made for. */
  lookedAt: string;
  ratings?: { source: { name: string; url: string }; severity: string; method: string }[];
  analysis: { state: string; justification?: string; response?: string[]; detail: string };
}
export declare const statements: Statement[];
