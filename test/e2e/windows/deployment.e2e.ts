/** Deployment files: the checklist first, which no side bar has before; the whole workspace last. */
import { inOneWindow } from '../session';

inOneWindow({
  checklist: () => import('../checklist.e2e'),
  attest: () => import('../attest.e2e'),
  baseline: () => import('../baseline.e2e'),
  check: () => import('../check.e2e'),
});
