/**
 * What a person should know of an address before opening it: where it really leads, and what about
 * it is out of the ordinary. Nothing is looked up: the lists are part of the program.
 */
import type { Locale } from '../../protocol/finding';
import { type Link, type LinkConcern, linkConcerns } from '../../protocol/link';
import { openableLink, UNSEEN } from '../../protocol/openableLink';
import { isAddress, isLocal, writtenHost } from './hosts';
import { linkWarning } from './linkSentences';
import { looksLike } from './lookalikes';
import { unicodeHost } from './punycode';
import { redirectsTo } from './redirectors';
import { mixesScripts } from './scripts';
import { SHORTENERS } from './shorteners';

/** More than a symbol holds; only a joined set may be longer, and that is no address. */
const MAX_CHARACTERS = 8000;
const LONG_CHARACTERS = 300;

const WEB = ['http:', 'https:'];
const RUNS_CODE = /^(?:javascript|vbscript|data|command|vscode(?:-[a-z-]+)?|vscodium|cursor|windsurf):/;
/** Marks that turn the direction of writing (Unicode Standard Annex #9 §2). */
const TURNS = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/;

type Concerns = Map<LinkConcern, Record<string, string>>;

/**
 * The address that `text` as a whole is, judged; undefined when it is none. An address with a scheme
 * of another program is one too, but never openable. In linear time; never throws.
 */
export function judgeLink(text: string, locale: Locale): Link | undefined {
  const url = addressOf(text);
  if (!url) return undefined;
  const { href, hostname, protocol } = url;
  const isWeb = WEB.includes(protocol);
  const concerns: Concerns = new Map();
  if (RUNS_CODE.test(protocol)) concerns.set('runs-code', {});
  else if (!isWeb && protocol !== 'mailto:') concerns.set('other-program', { scheme: protocol });
  if (TURNS.test(text)) concerns.set('bidi', {});
  if (UNSEEN.test(text.replace(new RegExp(TURNS, 'g'), ''))) concerns.set('hidden-characters', {});
  if (isWeb) judgeHost(url, text, concerns);
  if (href.length > LONG_CHARACTERS && isWeb) concerns.set('long', { count: String(href.length), host: hostname });
  const own = isWeb ? unicodeHost(hostname) : hostname;
  return {
    href,
    parts: partsOf(url, isWeb),
    ...(own !== hostname && { unicodeHost: own }),
    openable: openableLink(text) !== undefined,
    warnings: linkConcerns.flatMap((code) => {
      const values = concerns.get(code);
      return values ? [linkWarning(code, values, locale)] : [];
    }),
  };
}

/** As a browser reads it: tabs and line breaks inside, spaces around it do not count. */
function addressOf(text: string): URL | undefined {
  if (text.length > MAX_CHARACTERS) return undefined;
  const plain = text.replace(/[\t\n\r]/g, '').replace(/^[\u0000-\u0020]{1,64}/, '');
  const scheme = /^[a-z][a-z\d+.-]{0,30}:/i.exec(plain)?.[0].toLowerCase();
  if (scheme === undefined) return undefined;
  const rest = plain.slice(scheme.length);
  const isAddress =
    WEB.includes(scheme) ||
    scheme === 'mailto:' ||
    rest.startsWith('//') ||
    (RUNS_CODE.test(scheme) && /^\S/.test(rest));
  try {
    return isAddress ? new URL(text) : undefined;
  } catch {
    return undefined;
  }
}

function judgeHost(url: URL, text: string, concerns: Concerns): void {
  const { hostname: host, protocol, username, password, port } = url;
  if (username || password) concerns.set('user-info', { host });
  if (isLocal(host)) concerns.set('local', { host });
  else if (protocol === 'http:') concerns.set('no-tls', {});
  if (port) concerns.set('port', { port });
  if (isAddress(host)) {
    const written = writtenHost(text);
    if (written !== host && !host.startsWith('[')) concerns.set('ip-disguised', { written, host });
    else if (!isLocal(host)) concerns.set('ip-host', { host });
  } else judgeName(host, concerns);
  const target = redirectsTo(url);
  if (target) concerns.set('redirector', { target });
  if (parents(host).some((name) => SHORTENERS.has(name))) concerns.set('shortener', { host });
}

/** Both forms of a name that is not in ASCII, and what it may be taken for. */
function judgeName(host: string, concerns: Concerns): void {
  const unicode = unicodeHost(host);
  if (unicode === host) return;
  const labels = unicode.split('.');
  const shown = labels.map((label) => looksLike(label) ?? label).join('.');
  // Under a top level in the same alphabet the letters are what they should be.
  if (/^[\u0021-\u007e]+$/.test(shown) && /^[a-z\d-]+$/i.test(labels.at(-1)!))
    concerns.set('lookalike', { unicode, like: shown, host });
  else concerns.set(labels.some(mixesScripts) ? 'mixed-scripts' : 'international', { unicode, host });
}

/** `a.b.c`, `b.c`, `c`; of a host that is no longer than a host can be. */
const parents = (host: string): string[] =>
  host.length > 255 ? [] : host.split('.').map((_, i, labels) => labels.slice(i).join('.'));

function partsOf({ href, hostname }: URL, isWeb: boolean): Link['parts'] {
  if (!isWeb) return { before: href, host: '', after: '' };
  const authority = href.slice(0, href.slice(8).search(/[/?#]|$/) + 8);
  const start = Math.max(authority.lastIndexOf('@'), authority.indexOf('//') + 1) + 1;
  return { before: href.slice(0, start), host: hostname, after: href.slice(start + hostname.length) };
}
