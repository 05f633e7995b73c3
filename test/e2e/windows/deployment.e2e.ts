/** Deployment files: the checklist first, which no side bar has before. */
import { inOneWindow } from '../session';

inOneWindow({
  checklist: () => import('../checklist.e2e'),
  attest: () => import('../attest.e2e'),
  check: () => import('../check.e2e'),
});
