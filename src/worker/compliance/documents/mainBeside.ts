/** The main file beside a folder of parts: `logrotate.conf` beside `logrotate.d`. */
import { resolveBeside } from '../files';

/** Whether a file lies in a folder of that name, in a relative address, too. */
export const isInFolder = (uri: string, folder: string): boolean => `/${uri}`.split('/').at(-2) === folder;

/** Its address; undefined: the file is no part. */
export const mainBeside = (uri: string, folder: string, main: string): string | undefined =>
  isInFolder(uri, folder) ? resolveBeside(uri, `../${main}`) : undefined;
