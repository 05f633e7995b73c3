/** Which folder takes what users upload, by its name. */

const UPLOADS = /(^|[/_.-])uploads?([/_.-]|$)/i;
/** A file such as `uploads.ini` is no folder. */
const FILE = /\.[a-z]\w{1,4}$/i;

export const isUploads = (path: string): boolean => UPLOADS.test(path) && !FILE.test(path);
