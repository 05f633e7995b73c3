/** SHA-256 of the files of the package that this build is part of. */

/** Written by the build (scripts/seal.mjs): `HASH NAME`, with bars between them. */
const TABLE = 'sums-of-package';
/** Names in dist/ of the files that the table leaves out. */
const LEFT_OUT = 'names-left-out';
/** Names in dist/ of what the command line loads. */
const COMMAND_LINE = 'names-of-cli';

/**
 * By their names in the package. `unprovenFiles` are missing, whose own hash rests on this table: the
 * two entries and what they load to look at it.
 */
export const packageSums = new Map(
  TABLE.split('|').flatMap((line): [string, string][] => {
    const at = line.indexOf(' ');
    return at < 0 ? [] : [[line.slice(at + 1), line.slice(0, at)]];
  }),
);

const inDist = (names: string) => new Set(names.split('|').map((name) => `dist/${name}`));
export const unprovenFiles = inDist(LEFT_OUT);
export const commandLineFiles = inDist(COMMAND_LINE);
