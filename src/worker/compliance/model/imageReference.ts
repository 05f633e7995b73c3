/**
 * Reads an image reference: `registry:port/path/name:tag@sha256:…` (facts T2 and T4 of the rule
 * catalogue).
 */
import { once } from '../once';
import { UNKNOWN, type Value } from './value';

export interface ImageReference {
  /** `docker.io` when none is written; undefined when a variable hides it. */
  registry: string | undefined;
  /**
   * Without registry and tag; official images of Docker Hub without `library/`. Undefined when a
   * variable hides part of it.
   */
  path: string | undefined;
  /** Undefined: none written. */
  tag: string | undefined;
  /** A variable may hold (part of) the tag. */
  tagUnknown: boolean;
  /** `sha256:<64 hex>`; undefined when none or when it is malformed. */
  digest: string | undefined;
  digestUnknown: boolean;
}

const DIGEST = /^(sha256:[0-9a-f]{64}|sha512:[0-9a-f]{128})$/i;
const HOST = /[.:]|^localhost$/;
/**
 * A variable in front of a letter is a registry or path (`${R}ubuntu`); one in front of `-slim` or
 * the end may hold a tag.
 */
const MAY_HOLD_TAG = new RegExp(`${UNKNOWN}(?:[-._]|$)`);

/** `resolved` may contain UNKNOWN. */
export function parseImageReference(resolved: string): ImageReference {
  const at = resolved.indexOf('@');
  const name = at < 0 ? resolved : resolved.slice(0, at);
  const digestText = at < 0 ? '' : resolved.slice(at + 1);
  const slash = name.lastIndexOf('/');
  const last = name.slice(slash + 1);
  const colon = last.indexOf(':');
  const tag = colon < 0 ? undefined : last.slice(colon + 1);
  const bare = colon < 0 ? name : name.slice(0, slash + 1 + colon);
  const first = bare.indexOf('/') < 0 ? '' : bare.slice(0, bare.indexOf('/'));
  const hasHost = HOST.test(first) || first.includes(UNKNOWN);
  const registry = hasHost
    ? first === 'index.docker.io'
      ? 'docker.io'
      : first
    : bare.startsWith(UNKNOWN)
      ? UNKNOWN
      : 'docker.io';
  const rest = hasHost ? bare.slice(first.length + 1) : bare;
  return {
    registry: registry.includes(UNKNOWN) ? undefined : registry,
    path: rest.includes(UNKNOWN) ? undefined : registry === 'docker.io' ? rest.replace(/^library\//, '') : rest,
    tag: tag?.includes(UNKNOWN) ? undefined : tag || undefined,
    tagUnknown: tag === undefined ? MAY_HOLD_TAG.test(last) : tag.includes(UNKNOWN),
    digest: DIGEST.test(digestText) ? digestText : undefined,
    digestUnknown: digestText.includes(UNKNOWN) || (at < 0 && last.endsWith(UNKNOWN)),
  };
}

/** What a value names, for the many rules that ask. */
export const referenceOf = once(({ resolved }: Value): ImageReference => parseImageReference(resolved));

/** Tags that are meant to move from version to version. */
export const FLOATING: ReadonlySet<string> = new Set(
  'latest stable edge nightly dev devel develop development main master canary next current rolling testing unstable snapshot release preview experimental staging beta alpha rc head trunk lts mainline'.split(
    ' ',
  ),
);

/**
 * Words that choose a build of a version without naming one: `alpine`, `lts-slim`,
 * `stable-alpine-perl` move as `lts` does.
 */
const VARIANT = new Set(
  'slim alpine fpm apache cli zts perl jdk jre dind rootless otel management php full minimal'.split(' '),
);

/**
 * Why the reference can silently become another image: no tag at all, or a tag that is meant to
 * move; undefined when neither or not known.
 */
export function floatingTag(ref: ImageReference): 'none' | 'moving' | undefined {
  if (ref.digest || ref.digestUnknown || ref.tagUnknown) return undefined;
  if (ref.tag === undefined) return 'none';
  const words = ref.tag.toLowerCase().split('-');
  const moves =
    FLOATING.has(ref.tag.toLowerCase()) || words.every((w, i) => VARIANT.has(w) || (i === 0 && FLOATING.has(w)));
  return moves ? 'moving' : undefined;
}

/**
 * As image tables call it: without the registry for Docker Hub, with it else; undefined when part
 * of it is not known.
 */
export function dockerName({ registry, path }: ImageReference): string | undefined {
  if (registry === undefined || path === undefined) return undefined;
  return registry === 'docker.io' ? path : `${registry}/${path}`;
}
