/** Pictures from the Explorer, the clipboard and outside. */
import { inOneWindow } from '../session';

inOneWindow({
  decode: () => import('../decode.e2e'),
  dropAndPaste: () => import('../dropAndPaste.e2e'),
});
