/**
 * What a rule judges: files of a kind, and as `run` every `docker run` line in whatever file it
 * stands.
 */
import { fileKinds, type Kind } from '../protocol/fileKinds';

export type RuleKind = Kind | 'run';

/** Kinds that describe running containers. */
export const CONTAINER_KINDS: readonly RuleKind[] = ['compose', 'run'];

/** Every kind that names images. */
export const IMAGE_KINDS: readonly RuleKind[] = ['dockerfile', ...CONTAINER_KINDS];

/** Every kind that sets the firewall of a host. */
export const FIREWALL_KINDS: readonly RuleKind[] = ['shell', 'iptables', 'nftables', 'firewalld'];

/** What an image or a container is given by the file that describes it; other kinds are of hosts. */
export const HELD_IN_IMAGES = ['shell', 'python', 'nginx', 'caddy', 'traefik'] as const satisfies readonly Kind[];

/** The same without scripts, which the rules on the file itself judge. */
export const HELD_BESIDE_SCRIPTS = HELD_IN_IMAGES.filter((kind) => kind !== 'shell');

export const ruleKindTitle = (kind: RuleKind): string => (kind === 'run' ? 'docker run' : fileKinds[kind].title);
