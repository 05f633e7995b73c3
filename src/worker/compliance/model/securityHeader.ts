/** Headers by which an answer tells the browser what not to do with it, and what each is good for. */

/**
 * `nosniff`: types are not guessed. `framing`: no other page shows it in a frame. `csp`: what it may
 * load and run. `hsts`: only over TLS.
 */
export type Protection = 'nosniff' | 'framing' | 'csp' | 'hsts';

export interface WrittenHeader {
  /** As written. */
  name: string;
  /** Undefined: unknown. */
  value: string | undefined;
}

const NAME = /^(?:X-Content-Type-Options|X-Frame-Options|Content-Security-Policy|Strict-Transport-Security)$/i;

export const isSecurityHeader = (name: string): boolean => NAME.test(name);

/** Browsers that forget it within a day are open again at the next visit. */
const MIN_HSTS_SECONDS = 86_400;

/** Seconds (RFC 6797, 6.1.1). */
const lastsOf = (value: string): number => Number(/max-age\s*=\s*"?(\d{1,12})/i.exec(value)?.[1] ?? 0);

/** An unknown value is taken for a good one (fact T3). */
export function protectionsOf({ name, value = '' }: WrittenHeader): Protection[] {
  const isUnknown = value === '' || /[$\ufffc]/.test(value);
  switch (name.toLowerCase()) {
    case 'x-content-type-options':
      return isUnknown || /nosniff/i.test(value) ? ['nosniff'] : [];
    case 'x-frame-options':
      return isUnknown || /deny|sameorigin/i.test(value) ? ['framing'] : [];
    case 'content-security-policy':
      return isUnknown || /frame-ancestors/i.test(value) ? ['csp', 'framing'] : ['csp'];
    case 'strict-transport-security':
      return isUnknown || lastsOf(value) >= MIN_HSTS_SECONDS ? ['hsts'] : [];
    default:
      return [];
  }
}

/**
 * A policy by which every page may show this one in a frame. Where there is a `frame-ancestors`,
 * browsers pass over X-Frame-Options (CSP Level 3 §6.4.2.1).
 */
export const letsAllFrame = ({ name, value = '' }: WrittenHeader): boolean =>
  name.toLowerCase() === 'content-security-policy' &&
  value.split(';').some((directive) => {
    const [word = '', ...sources] = directive.trim().toLowerCase().split(/\s+/);
    return word === 'frame-ancestors' && sources.some((source) => /^(?:\*|https?:)$/.test(source));
  });

/** In the order in which they are named. */
export const PROTECTIONS: readonly Protection[] = ['nosniff', 'framing', 'csp', 'hsts'];

/** What messages call them: the header that gives each. */
export const HEADER_OF: Record<Protection, string> = {
  nosniff: 'X-Content-Type-Options',
  framing: 'X-Frame-Options',
  csp: 'Content-Security-Policy',
  hsts: 'Strict-Transport-Security',
};

/** Values to begin with. */
export const VALUE_OF: Record<Protection, string> = {
  nosniff: 'nosniff',
  framing: 'DENY',
  csp: "default-src 'self'; frame-ancestors 'none'",
  hsts: 'max-age=31536000',
};
