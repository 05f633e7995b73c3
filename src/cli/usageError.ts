/** A command line that cannot be understood; the message is shown as it is and the exit code is 2. */
export class UsageError extends Error {}
