/**
 * Reads the short form of a mount as compose `volumes` and `-v` write it, and compares host paths
 * (fact T14).
 */
import { textValue, UNKNOWN, type Value } from './value';

/** Something of the host, a volume or memory in the container's file system. */
export interface Mount {
  entry: Value;
  type: 'bind' | 'volume' | 'anonymous' | 'tmpfs' | 'npipe' | 'cluster' | 'image' | 'unknown';
  /** Host path of a bind (a named volume with `o: bind` has its device here), name of a volume. */
  source: Value | undefined;
  /** Path in the container. */
  target: Value | undefined;
  readOnly: boolean | undefined;
  /**
   * Every option word or long-form key as `key` or `key=value`: `ro`, `z`, `rslave`, `noexec`,
   * `size=64m`, `propagation=rshared`.
   */
  options: Value[];
  /** The source stands in the definition of a named volume, not in the entry. */
  viaVolume?: boolean;
  /** A named volume of the local driver that is made here, without options of a mount. */
  isPlainVolume?: boolean;
}

const OPTION =
  /^(ro|rw|z|Z|r?shared|r?slave|r?private|nocopy|consistent|cached|delegated|volume-nocopy|U|O|copy|exec|noexec|dev|nodev|suid|nosuid|idmap.*|upperdir=.*)$/;

/** `src:dst[:options]`, `dst` alone (anonymous), `C:\dir:C:\dst`. */
export function parseMount(entry: Value): Mount {
  const parts = splitColons(entry.resolved.trim());
  const part = (resolved: string): Value => ({
    ...entry,
    resolved,
    known: resolved.includes(UNKNOWN) ? undefined : resolved,
  });
  const options: Value[] = [];
  if (
    parts.length >= 2 &&
    parts
      .at(-1)!
      .split(',')
      .every((o) => OPTION.test(o) || (parts.length > 2 && o.includes(UNKNOWN))) &&
    (parts.length > 2 || !parts[1]!.startsWith('/'))
  ) {
    for (const option of parts.pop()!.split(',')) options.push(part(option));
  }
  const readOnly = options.some((o) => o.known === 'ro')
    ? true
    : options.some((o) => o.resolved.includes(UNKNOWN))
      ? undefined
      : false;
  if (parts.length === 1) {
    const type = parts[0]!.includes(UNKNOWN) ? 'unknown' : 'anonymous';
    return { entry, type, source: undefined, target: part(parts[0]!), readOnly, options };
  }
  const [source = '', target = ''] = parts;
  return { entry, type: typeOfSource(source), source: part(source), target: part(target), readOnly, options };
}

/**
 * A mount of a named volume that the local driver binds to `device`, with the words of its option
 * `o`; any other stays.
 */
export function asBind(mount: Mount, device: string | undefined, o = ''): Mount {
  const words = o.split(',').filter(Boolean);
  if (!device || !mount.source || !words.some((w) => w === 'bind' || w === 'rbind')) return mount;
  const { source, entry } = mount;
  return {
    ...mount,
    type: 'bind',
    viaVolume: true,
    source: textValue(source.raw, device, source.place, source.entry),
    readOnly: words.includes('ro') ? true : mount.readOnly,
    options: [...mount.options, ...words.map((w) => textValue(w, w, entry.place, entry.entry))],
  };
}

/** All mounts of another container, wherever they are. */
export const borrowedMounts = (from: Value): Mount => ({
  entry: { ...from, resolved: UNKNOWN, known: undefined },
  type: 'unknown',
  source: undefined,
  target: undefined,
  readOnly: undefined,
  options: [],
});

/** What a mount is by its source alone: a host path only when it starts like one. */
export function typeOfSource(source: string): Mount['type'] {
  if (/^\\\\[.?]\\pipe\\/.test(source) || source.startsWith('//./pipe/')) return 'npipe';
  if (/^([./~]|[A-Za-z]:[\\/])/.test(source)) return 'bind';
  if (source.startsWith(UNKNOWN)) return source.startsWith(`${UNKNOWN}/`) ? 'bind' : 'unknown';
  return 'volume';
}

function splitColons(text: string): string[] {
  const out: string[] = [];
  let start = 0;
  for (let i = 0; i <= text.length; i++) {
    if (i < text.length && text[i] !== ':') continue;
    const drive =
      i - start === 1 &&
      /[A-Za-z]/.test(text[start]!) &&
      /[\\/]/.test(text[i + 1] ?? '') &&
      (start === 0 || out.length === 1);
    if (drive && i < text.length && (start !== 0 || text[i + 1] === '\\' || /^[A-Za-z]:\/(?!\/)/.test(text))) continue;
    out.push(text.slice(start, i));
    start = i + 1;
  }
  return out;
}

/** `//var/../etc/` → `/etc`; `~/.ssh` and relative paths keep their start. */
export function normalHostPath(path: string): string {
  const absolute = path.startsWith('/');
  const out: string[] = [];
  for (const part of path.split('/')) {
    if (part === '' || part === '.') continue;
    if (part === '..' && out.length > 0 && out.at(-1) !== '..') out.pop();
    else if (part !== '..' || !absolute) out.push(part);
  }
  return (absolute ? '/' : '') + out.join('/') || '.';
}

/** Whether `path` is `root` or lies below it; both normal. */
export const isWithin = (path: string, root: string): boolean =>
  path === root || path.startsWith(root === '/' ? '/' : `${root}/`);

/**
 * The host path of a bind mount in normal form, `$HOME` as `~`; undefined for other mounts and when
 * a variable hides it.
 */
export function hostPathOf({ type, source, options }: Mount): string | undefined {
  const device = options
    .find((o) => o.known?.startsWith('volume-opt=device=/'))
    ?.known?.slice('volume-opt=device='.length);
  if (device) return normalHostPath(device);
  if (type !== 'bind' || !source) return undefined;
  const home = source.resolved.startsWith(UNKNOWN) && /^["']?\$\{?HOME\b/.test(source.raw);
  const path = home ? `~${source.resolved.slice(1)}` : source.resolved;
  return path.includes(UNKNOWN) ? undefined : normalHostPath(path);
}
