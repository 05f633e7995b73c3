/** Whether a file is by its name one for development, where sources are mounted writable on purpose. */
import { fileName } from '../files';

export const isDevelopmentFile = (uri: string): boolean => /[._-](dev|develop|development|local|override)[._-]/i.test(fileName(uri));

/** `.env.development`, `dev.env`, `.env.test`, `.env.local`. */
export const isDevelopmentEnv = (uri: string): boolean =>
  /(?:^|[._-])(?:dev|develop|development|local|test|testing|e2e|ci)(?:[._-]|$)/i.test(fileName(uri));

/** Where somebody works in a container: its tools set the user, and it serves nobody else. */
export const isWorkplace = (uri: string): boolean => /\/\.devcontainer\/|\/\.gitpod\.Dockerfile$/i.test(uri);

const FOR_TESTS =
  /^(?:tests?|testing|testdata|testfiles|e2e|interop|integration(?:[-_]?tests?)?|bench(?:marks?)?|\.?(?:[\w-]+-)?ci|\.github|\.gitlab|\.circleci)$/i;
const NAMED_FOR_TESTS = /(?:^|[._-])(?:tests?|testing|ci|e2e|integration)(?:[._-]|$)/i;
const NAMED_SO = /(?:^|[._-])(?:dev|devel|develop|development|build|builder|coverage|lint|fuzz|bench)(?:[._-]|$)/i;

/** By its name or one of its last three folders a file that tests or a CI system run. */
export const isForTests = (uri: string): boolean =>
  NAMED_FOR_TESTS.test(fileName(uri)) ||
  uri
    .split('/')
    .slice(-4, -1)
    .some((folder) => FOR_TESTS.test(folder));

/** A file for tests, builds or development, whose containers live as long as the job. */
export const isForJobs = (uri: string): boolean => isWorkplace(uri) || NAMED_SO.test(fileName(uri)) || isForTests(uri);
