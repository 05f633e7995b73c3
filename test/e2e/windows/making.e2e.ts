/** Where symbols come from and go to; what somebody sees at first is first. */
import { inOneWindow } from '../session';

inOneWindow({
  firstUse: () => import('../firstUse.e2e'),
  menus: () => import('../menus.e2e'),
  batch: () => import('../batch.e2e'),
});
