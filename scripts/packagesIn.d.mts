/** Folders of packages → the files of dist/ that hold their code, by the metafiles in `folder`. */
export declare function packagesIn(folder?: string): Map<string, Set<string>>;
