// The VS Code versions that tests run on: code-server 4.N of the npm registry is VS Code 1.N.

export const newest = '4.139.1';

/**
 * package.json asks for VS Code 1.97; the registry holds no 4.97 and no 4.98, so this is the
 * nearest that can be tried.
 */
export const oldest = '4.99.3';
