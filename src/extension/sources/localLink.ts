/** Links that only this machine can open, and the same links as a telephone reaches them. */

const THIS_MACHINE = /^(?:localhost|.+\.localhost|127(?:\.\d{1,3}){3}|0\.0\.0\.0|\[::1?\])$/i;

/** The address when `text` as a whole is a http(s) link to this machine itself, else undefined. */
export function localLink(text: string): URL | undefined {
  if (!/^https?:\/\/\S+$/i.test(text)) return undefined;
  try {
    const url = new URL(text);
    return THIS_MACHINE.test(url.hostname) ? url : undefined;
  } catch {
    return undefined;
  }
}

/** The link with another host, everything else as it was. */
export function withHost(link: URL, host: string): string {
  const copy = new URL(link);
  copy.hostname = host.includes(':') ? `[${host}]` : host;
  return copy.href;
}

/** The link under another root, an address that may have a path of its own. */
export function movedTo({ pathname, search, hash, username, password }: URL, root: string): string {
  const moved = new URL(root.replace(/\/$/, '') + pathname + search + hash);
  return Object.assign(moved, { username, password }).href;
}
