/** @param only kinds that a client asks for, with all below them; undefined: any */
export const wantsKind = (only: readonly string[] | undefined, kind: string): boolean =>
  !only || only.some((wanted) => kind === wanted || kind.startsWith(`${wanted}.`));
