/** How the moments of a line are written, for every reader: sources of regular expressions. */

const DATE = '\\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\\d|3[01])';
const CLOCK = '(?:[01]\\d|2[0-3]):[0-5]\\d:[0-5]\\d\\.\\d{3}';

export const linePatterns = {
  /** RFC 3339, UTC, milliseconds. */
  time: `${DATE}T${CLOCK}Z`,
  /** Of the local time from UTC. */
  offset: '[+-]\\d\\d:\\d\\d',
};
