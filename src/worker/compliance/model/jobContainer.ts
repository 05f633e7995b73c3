/** Whether a container is a CI job's or a test script's own and ends with it. */
import type { Kind } from '../kinds';
import type { Container } from './container';
import { isForJobs } from './developmentFile';

export const isOfJob = ({ origin, stays, anchor }: Container, kind: Kind): boolean =>
  origin === 'run' && !stays && (kind === 'ci' || kind === 'jenkins' || isForJobs(anchor.uri));

/** Rules on what a container may do to its machine and who reaches it there: a job's machine goes with the job. */
export const concernsHost = (rule: string): boolean => /^MLPS-(?:RUN|NET|LOG)-/.test(rule);
