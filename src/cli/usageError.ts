/**
 * A command line that cannot be understood; the message is shown as it is and the exit code is 2.
 */
import type { CliIo } from './io';
import { tell } from './tell';

export class UsageError extends Error {}

/** Runs a command: wrong usage is told, whatever else is thrown goes on. */
export async function tellingUsage(io: CliIo, command: () => number | Promise<number>): Promise<number> {
  try {
    return await command();
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    tell(io, error.message);
    return 2;
  }
}
