/** What is said of an address out of a symbol before anybody opens it. */

/** Codes of what may be wrong with an address, the gravest first: a list of them is in this order. */
export const linkConcerns = [
  'runs-code',
  'other-program',
  'hidden-characters',
  'bidi',
  'user-info',
  'lookalike',
  'mixed-scripts',
  'ip-disguised',
  'ip-host',
  'redirector',
  'shortener',
  'no-tls',
  'port',
  'long',
  'international',
  'local',
] as const;
export type LinkConcern = (typeof linkConcerns)[number];

export interface LinkWarning {
  code: LinkConcern;
  /** A note tells what is seldom wrong. */
  severity: 'warning' | 'note';
  /** For somebody who knows nothing of addresses, in the user's language. */
  message: string;
}

export interface Link {
  /** As a browser gets it: host in ASCII, so that look-alike letters show as `xn--`. */
  href: string;
  /** `href` in three: what leads to the host, the host (empty where there is none), and the rest. */
  parts: { before: string; host: string; after: string };
  /** The host in its own letters, where it is written with others than ASCII. */
  unicodeHost?: string;
  /** It may be opened, after a question; else it is text and nothing more. */
  openable: boolean;
  warnings: LinkWarning[];
}
