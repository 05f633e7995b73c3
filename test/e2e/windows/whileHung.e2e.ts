/** Another window goes on while a worker hangs, which takes a minute to be noticed. */
import { test } from 'vitest';
import { hangs, MENDED } from '../hang';
import { inOneWindow } from '../session';

const worker = hangs();
inOneWindow({
  kinds: () => import('../kinds.e2e'),
  sources: () => import('../sources.e2e'),
});
test(MENDED, worker.mended);
