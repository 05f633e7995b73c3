/** Packs the command line of a built project into a folder; answers the tarball's path. */
export declare function packCli(out: string, project?: string): Promise<string>;
