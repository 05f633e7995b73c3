/**
 * The entry of every thread, bundled to dist/thread.js: it loads the bundle that it was started for.
 * It is all that Node itself reads of a thread, and is looked at right before.
 */
import { join } from 'node:path';
import { workerData } from 'node:worker_threads';
import { loadShipped } from './shipped/loadShipped';
import type { ThreadBundle } from './shipped/startThread';

const { bundle, sum } = workerData as ThreadBundle;
loadShipped(join(__dirname, bundle), sum);
