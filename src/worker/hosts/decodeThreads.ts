/** How many decode threads this machine bears. */
import { availableParallelism, totalmem } from 'node:os';

/**
 * What a thread takes with a picture at the pixel limit, bytes (measured: 0.45 GB mostly, 1 GB at
 * most).
 */
const THREAD_BYTES = 1_000_000_000;
/** Share of the memory that decoding may take. */
const SHARE = 0.75;

export const machine = {
  cores: availableParallelism,
  /** Of the container, where that has less. */
  memory: (): number => Math.min(totalmem(), process.constrainedMemory?.() || Number.POSITIVE_INFINITY),
};

/** As many as are wanted, but no more than there are cores and memory for; at least 1. */
export const decodeThreads = (wanted: number, { cores, memory } = machine): number =>
  Math.max(1, Math.min(wanted, cores(), Math.floor((memory() * SHARE) / THREAD_BYTES)));
