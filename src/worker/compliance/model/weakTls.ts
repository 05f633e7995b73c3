/** Versions of TLS and cipher lists of OpenSSL that are broken. */

/** By whatever name: `TLSv1`, `tls1.0`, `VersionTLS11`, `TLS_1_0`. */
export const isWeakProtocol = (name: string): boolean =>
  /^(?:version)?(?:ssl[v_ ]?[23](?:\.0)?|tls[v_ ]?1(?:[._]?[01])?)$/i.test(name);

/** What of a suite's name is broken, and what takes such suites out of a list for good. */
const FAMILIES: readonly { is: RegExp; out: RegExp }[] = [
  { is: /(?:^|[-_])RC4(?:$|[-_])/, out: /^RC4$/ },
  { is: /(?:^|[-_])(?:3DES|DES-CBC3)(?:$|[-_])/, out: /^3DES$/ },
  { is: /(?:^|[-_])DES(?:$|[-_](?!CBC3|EDE))/, out: /^(?:DES|LOW)$/ },
  { is: /(?:^|[-_])e?NULL(?:$|[-_])/, out: /^e?NULL$/ },
  { is: /^EXP(?:ORT)?(?:40|56|1024)?(?:$|[-_])|_EXPORT_/, out: /^EXP(?:ORT)?$/ },
  { is: /(?:^|[-_])MD5$/, out: /^MD5$/ },
  { is: /^(?:aNULL|ADH|AECDH)(?:$|[-_])|_anon_/, out: /^aNULL$/ },
  { is: /^(?:LOW|SSLv2)$/, out: /^(?:LOW|SSLv2)$/ },
];

/** Names for many suites, those without authentication among them. */
const WIDE = /^(?:ALL|HIGH)$/;

export interface WeakCiphers {
  /** What the list lets in that is broken, as written. */
  names: string[];
  /** The list without them; undefined where nothing would be left. */
  without: string | undefined;
  /** A name for many suites that lets in those without authentication, and nothing takes them out. */
  wide: string | undefined;
}

/** A cipher list of OpenSSL: `!X` and `-X` take out, `+X` moves, the rest lets in. */
export function weakCiphers(list: string): WeakCiphers {
  const items = list.split(/[:, ]+/).filter((item) => item !== '');
  const outs = items.filter((item) => /^[!-]/.test(item)).map((item) => item.slice(1));
  const isLetIn = (item: string) => !/^[!+\-@]/.test(item);
  const isBroken = (item: string) => {
    const parts = item.split('+');
    const of = FAMILIES.filter(({ is }) => parts.some((part) => is.test(part)));
    return of.length > 0 && !outs.includes(item) && !of.some(({ out }) => outs.some((each) => out.test(each)));
  };
  const names = items.filter((item) => isLetIn(item) && isBroken(item));
  const left = items.filter((item) => !names.includes(item));
  const wide = items.find((item) => WIDE.test(item));
  return {
    names,
    without: left.some((item) => isLetIn(item)) ? left.join(':') : undefined,
    wide: outs.some((out) => /^(?:aNULL|ADH)$/.test(out)) ? undefined : wide,
  };
}
