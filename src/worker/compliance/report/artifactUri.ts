/** A path of any platform as a URI reference. */

const LONE_SURROGATE = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

const encode = (path: string): string =>
  path
    .split('/')
    .map((part) => encodeURIComponent(part.replace(LONE_SURROGATE, '\ufffd')))
    .join('/');

/**
 * URIs stay; `C:\a b` and `/a b` become `file:` URIs; relative paths keep their form,
 * percent-encoded.
 */
export function artifactUri(path: string): string {
  if (
    /^[a-z][a-z0-9+.-]+:\/\/[!-~]*$/i.test(path) &&
    URL.canParse(path) &&
    !/["<>\\^`{|}]|%(?![0-9a-f]{2})/i.test(path)
  )
    return path;
  if (/^[A-Za-z]:[\\/]/.test(path)) return `file:///${path[0]}:${encode(path.slice(2).replaceAll('\\', '/'))}`;
  const slashed = path.replaceAll('\\', '/');
  return slashed.startsWith('/') ? `file://${encode(slashed.replace(/^\/+/, '/'))}` : encode(slashed);
}
