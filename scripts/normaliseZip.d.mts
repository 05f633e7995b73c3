/**
 * Time and date words of MS-DOS, taken in UTC: the format knows no zone, and steps of two seconds.
 */
export function dosTime(seconds: number): { time: number; date: number };
/** The archive's bytes with all modes 644 and all times `seconds` (since 1970). */
export function normalised(bytes: Uint8Array, seconds: number): Buffer;
