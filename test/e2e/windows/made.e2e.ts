/** What is made, and kept: its history first, which is empty before. */
import { inOneWindow } from '../session';

inOneWindow({
  history: () => import('../history.e2e'),
  make: () => import('../make.e2e'),
});
