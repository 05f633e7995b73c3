/** Packs the command line of dist/ into a folder; answers the tarball's path. */
export declare function packCli(out: string): Promise<string>;
