/** The notice of a package. Throws when it holds no licence file. */
export function packageNotice(folder: string): string;
/** Undefined where it has none. Throws when its package no longer tells it. */
export function embeddedVersion(entry: import('./thirdParty/embedded.mjs').Embedded): string | undefined;
/**
 * The notice of code inside a .wasm. Throws when its package no longer tells the version, or a text
 * is missing.
 */
export function embeddedNotice(entry: import('./thirdParty/embedded.mjs').Embedded): string;
/** Those of these .wasm files whose contents no entry tells. */
export function unnamedWasm(files: string[]): string[];
/** The notices of everything shipped, for these files of dist/; needs the metafiles of the build. */
export function noticesOf(files: string[]): string;
