/**
 * Something was used that its host did not prepare: a mistake of ours, not of any file. Known by its
 * code, for bundles of the engine that are apart have classes of their own.
 */
const CODE = 'unprepared';

export const unprepared = (message: string): Error => Object.assign(new Error(message), { code: CODE });

export const isUnprepared = (error: unknown): boolean =>
  error instanceof Error && (error as { code?: unknown }).code === CODE;
