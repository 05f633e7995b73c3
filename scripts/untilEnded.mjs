// Waits for somebody to end what runs.
import { isAlive } from './isAlive.mjs';

/**
 * Until this process is told to end (Ctrl+C, SIGTERM, SIGHUP), or the process `pid` has ended by
 * itself.
 * @param {number} pid
 * @returns {Promise<'signal' | 'ended'>}
 */
export const untilEnded = (pid) =>
  new Promise((resolve) => {
    // Who only listens for signals is not kept running.
    const watch = setInterval(() => isAlive(pid) || end('ended'), 500);
    const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
    const onSignal = () => end('signal');
    const end = (how) => {
      clearInterval(watch);
      for (const signal of signals) process.off(signal, onSignal);
      resolve(how);
    };
    for (const signal of signals) process.on(signal, onSignal);
  });
