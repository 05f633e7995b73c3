/** The firewalls that a document sets on a host: not those of a container, nor of a CI job's machine. */
import { kindRow } from '../../protocol/fileKinds';
import type { Deployment } from '../deployment/deployment';
import type { Firewall } from '../documents/firewall/firewall';
import { holderOf } from '../facts/heldAddress';
import { fileName } from '../files';
import { kindOf } from '../kindOf';
import { once } from '../once';

/** Names and folders of what runs inside of a container. */
const INSIDE = /entry-?point|(?:^|[._-])(?:docker|container)-?(?:init|start|run)\b/i;
const INSIDE_FOLDER = /\/(?:rootfs|cont-init\.d|s6-overlay|s6-rc\.d|services\.d|s6)\//;

export const hostFirewalls = (deployment: Deployment): Firewall[] => ofHost(deployment.own('firewall'), deployment);

/** Those of all files of the deployment. */
export const allHostFirewalls = (deployment: Deployment): Firewall[] =>
  ofHost(deployment.all('firewall', FIREWALL_TEXT), deployment);

const ofHost = (firewalls: readonly Firewall[], deployment: Deployment): Firewall[] =>
  firewalls.filter(({ uri }) => isOfHost(uri, deployment));

/** Texts that may speak of a firewall, in whatever tool's words. */
const FIREWALL_TEXT =
  /\b(?:ip6?tables|ufw|firewall-cmd|nft)\b|^[ \t]*(?:\[\d+:\d+\] )?-[AI] |^[ \t]*table\b|<(?:zone|policy|direct)\b/m;

/**
 * Whether what a file's commands set up is the machine that people log in to.
 *
 * @param address also a made-up one
 */
export function isOfHost(address: string, deployment: Deployment): boolean {
  const uri = holderOf(address);
  const name = fileName(uri);
  const kind = kindOf(uri);
  if (kind && kindRow(kind).isPipeline) return false;
  if (INSIDE.test(name) || INSIDE_FOLDER.test(`/${uri}`)) return false;
  if (kind && kindRow(kind).isDocumentation) return true;
  return !copiedNames(deployment).has(name);
}

/** Names of files that images are made with. */
const copiedNames = once(
  (deployment: Deployment): ReadonlySet<string> =>
    new Set(
      deployment
        .all('dockerfile', /^[ \t]*(?:COPY|ADD)\b/im)
        .flatMap(({ stages }) => stages.flatMap(({ instructions }) => instructions))
        .filter(({ keyword }) => /^(?:COPY|ADD)$/.test(keyword))
        .flatMap(({ words }) => words.map(({ text }) => text.replace(/^.*\//, ''))),
    ),
);
