/** What nginx says of the size of the requests that it passes on (`client_max_body_size`; 1 MiB where unset). */
import type { NginxDirective } from '../documents/nginx/nginxConfig';
import { inForce, type NginxBlock, type NginxSettings, ownOf } from '../documents/nginx/nginxSettings';
import { passesOf } from '../documents/nginx/nginxTargets';
import type { Place } from '../model/value';
import { once } from '../once';

const LIMIT = 'client_max_body_size';
/** Stores of images and packages: what they take is large by their nature, and they check it. */
const OF_STORES = /\b(?:registry|harbor|nexus|artifactory|minio|s3|webdav|gitea|gitlab)\b|\/v2\b/i;

const isOff = ({ words }: NginxDirective): boolean => /^0+[kmg]?$/i.test(words[0]?.text ?? '');

/** `client_max_body_size 0` where something is passed on to an application. */
export function unlimitedBodies(settings: NginxSettings): NginxDirective[] {
  const out = new Set<NginxDirective>();
  for (const { block, directive } of passesOf(settings)) {
    const limit = inForce(block, LIMIT)[0];
    const isOwn = limit?.place.uri === settings.uri;
    if (isOwn && isOff(limit) && !isOfStore(block, directive)) out.add(limit);
  }
  return [...out];
}

const isOfStore = ({ opener, parent }: NginxBlock, { words }: NginxDirective): boolean =>
  [words, opener?.words ?? []].some(tellsStore) || (parent !== undefined && isNamedStore(parent));

const tellsStore = (words: NginxDirective['words']): boolean => words.some(({ text }) => OF_STORES.test(text));

const isNamedStore = once((server: NginxBlock): boolean =>
  ownOf(server, 'server_name').some(({ words }) => tellsStore(words)),
);

/** Where requests are passed on, if all that are have a limit. */
export function limitingPass(all: readonly NginxSettings[]): Place | undefined {
  const passes = all.flatMap(passesOf);
  const isLimited = passes.every(({ block }) => {
    const limit = inForce(block, LIMIT)[0];
    return block.isComplete && (!limit || !isOff(limit));
  });
  return isLimited ? passes[0]?.directive.namePlace : undefined;
}
