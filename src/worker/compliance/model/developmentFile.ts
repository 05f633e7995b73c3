/**
 * Whether a file is by its name one for development, where sources are mounted writable on purpose.
 */
import { fileName } from '../files';

export const isDevelopmentFile = (uri: string): boolean =>
  /[._-](dev|develop|development|local|override)[._-]/i.test(fileName(uri));

/** `.env.development`, `dev.env`, `.env.test`, `.env.local`. */
export const isDevelopmentEnv = (uri: string): boolean =>
  /(?:^|[._-])(?:dev|develop|development|local|test|testing|e2e|ci)(?:[._-]|$)/i.test(fileName(uri));

/** By the name of a Dockerfile's stage. */
export const isDevelopmentStage = (name: string | undefined): boolean =>
  /^(?:dev|devel|development|debug|local|test|tests)(?:$|[-_.])/i.test(name ?? '');
