/** What an entry of the light bulb did, for the operation log of a client that keeps one. */
export interface ActionNote {
  op: 'fix' | 'suppression' | 'waiver' | 'baseline';
  /** Of the file that it changed. */
  uri: string;
  /** Id of the rule; absent for several. */
  rule?: string;
}
