/** What a newcomer does: the walkthrough first, then a deployment of their own. */
import { inOneWindow } from '../session';

inOneWindow({
  firstMinute: () => import('../firstMinute.e2e'),
  scaffold: () => import('../scaffold.e2e'),
});
