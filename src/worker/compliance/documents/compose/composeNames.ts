/** What the name of a compose file says of its part in a deployment. */
import { fileName } from '../../files';

/**
 * An override or a variant: what is missing there may stand in the file it is laid over (fact T10).
 */
export function isFragmentName(uri: string): boolean {
  return /^(?:docker-)?compose[.-][\w.-]+\.ya?ml$/i.test(fileName(uri));
}

const VARIANT =
  /[.-](?:overrides?|prod|production|dev|devel|development|test|tests|testing|ci|local|staging|stage|debug)(?:[.-][\w.-]+)?$/i;

/** By its name the same deployment for another occasion, whatever stands beside it. */
export const isVariantName = (uri: string): boolean => VARIANT.test(fileName(uri).replace(/\.ya?ml$/i, ''));

const NAMED = /^(?:(?:docker-)?compose(?:[.-].*)?|.*[.-]compose)\.ya?ml$/i;

/** A compose file by its name alone. */
export const isComposeName = (uri: string): boolean => NAMED.test(fileName(uri));
