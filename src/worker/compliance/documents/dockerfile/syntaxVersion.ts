/** Which version of the Dockerfile syntax a file is read with. */
import type { Dockerfile } from './stages';

/** `docker/dockerfile` in its variants; the first group is the minor version of 1. */
const FRONTEND =
  /^(?:docker\.io\/)?docker\/dockerfile(?:-upstream)?(?::1(?:\.(\d+))?(?:\.\d+)?(?:-labs)?|:labs|:latest)?(?:@sha256:\w+)?$/;

/**
 * Whether syntax 1.`minor` may be used: without a directive, or with one that is no older; what
 * another frontend knows cannot be told.
 */
export function knowsSyntax({ text }: Dockerfile, minor: number): boolean {
  const directive = /^(?:\ufeff)?(?:\s*#[^\n]*\n)*?\s*#\s*syntax\s*=\s*(\S+)/i.exec(text.slice(0, 2000))?.[1];
  const frontend = FRONTEND.exec(directive ?? 'docker/dockerfile');
  return frontend !== null && (frontend[1] === undefined || Number(frontend[1]) >= minor);
}
