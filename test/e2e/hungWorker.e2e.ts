/** The worker hangs: that is noticed, said to whoever waits, and mended, without a hand. */
import { test } from 'vitest';
import { hangs, MENDED } from './hang';

const worker = hangs();

test(MENDED, worker.mended);
