import type { BuildOptions, OutputFile } from 'esbuild';

/** Builds all bundles, and anew when a file in the folders changes; the answer ends it. */
export declare function watchTogether(
  bundles: BuildOptions[],
  folders: string[],
  write: (files: OutputFile[]) => void,
): Promise<() => Promise<unknown>>;
