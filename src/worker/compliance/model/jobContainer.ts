/** Whether a container is a CI job's or a test script's own and ends with it. */
import type { Kind } from '../kinds';
import type { Container } from './container';
import { isForJobs, isForTests } from './developmentFile';

/** Jenkins runs its jobs on machines that stay: what is detached there stays too. */
export const isOfJob = ({ origin, server, stays, restart, anchor }: Container, kind: Kind): boolean => {
  if (origin === 'compose') return false;
  if (kind === 'ci') return !stays;
  if (kind === 'jenkins') return !stays && !server;
  return restart === undefined && isForJobs(anchor.uri);
};

/** Rules on what a container may do to its machine and who reaches it there: a job's machine goes with the job. */
export const concernsHost = (rule: string): boolean => /^MLPS-(?:RUN|NET|LOG)-/.test(rule);

/** What runs in tests ends with them, and its secrets are made up; a pipeline's own file is judged for itself. */
export const isTestMatter = (rule: string, uri: string, kind: Kind): boolean =>
  kind !== 'ci' && kind !== 'jenkins' && (concernsHost(rule) || rule.startsWith('MLPS-SEC-')) && isForTests(uri);
