/** What was read, by its kind, and pictures that are hard to read. */
import { inOneWindow } from '../session';

inOneWindow({
  pictureTools: () => import('../pictureTools.e2e'),
  hardPictures: () => import('../hardPictures.e2e'),
  readKinds: () => import('../readKinds.e2e'),
  results: () => import('../results.e2e'),
});
