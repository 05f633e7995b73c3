/** Folders of the packages that have code in a bundle, by the metafiles in `folder`. */
export function bundledPackages(folder?: string): string[];
/** The notice of a package. Throws when it holds no licence file. */
export function packageNotice(folder: string): string;
/**
 * The notice of code inside a .wasm. Throws when its package no longer tells the version, or a text
 * is missing.
 */
export function embeddedNotice(entry: import('./thirdParty/embedded.mjs').Embedded): string;
/** Names of .wasm files in a folder whose contents no entry tells. */
export function unnamedWasm(folder?: string): string[];
/** Writes the notices of everything shipped; needs a build with --metafile. */
export function writeNotices(): void;
