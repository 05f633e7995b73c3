/** Pictures from folders, editors and links, and what all of it tells a screen reader. */
import { inOneWindow } from '../session';

inOneWindow({
  folder: () => import('../folder.e2e'),
  pictureWays: () => import('../pictureWays.e2e'),
  pictureHovers: () => import('../pictureHovers.e2e'),
  accessibility: () => import('../accessibility.e2e'),
});
