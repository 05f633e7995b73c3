/** Writes another tag for an image, or a digest behind it. */
import type { ImageUse } from '../../model/imageUse';
import type { Edit } from '../../model/value';

/** Undefined when the name is not written here in full, or a digest stands behind it. */
export function retag({ reference, value }: ImageUse, tag: string): Edit[] | undefined {
  const { raw, resolved, place } = value;
  const at = raw.indexOf(resolved);
  if (at < 0 || raw.includes('@') || raw.length !== place.end - place.start) return undefined;
  const written = reference.tag === undefined ? resolved.length : resolved.length - reference.tag.length;
  const start = place.start + at + written;
  const newText = reference.tag === undefined ? `:${tag}` : tag;
  return [{ uri: place.uri, start, end: place.start + at + resolved.length, newText }];
}

/** Undefined when the reference is not written here in full. */
export function withDigest({ value }: ImageUse, digest: string): Edit[] | undefined {
  const { raw, resolved, place } = value;
  const at = raw.indexOf(resolved);
  if (at < 0 || raw.length !== place.end - place.start) return undefined;
  const end = place.start + at + resolved.length;
  return [{ uri: place.uri, start: end, end, newText: `@${digest}` }];
}
