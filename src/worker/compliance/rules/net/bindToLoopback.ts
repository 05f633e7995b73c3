/** The fix that NET-001 and NET-002 share: a published port listens on 127.0.0.1 only. */

import type { PublishedPort } from '../../model/container';
import type { ContainerWriter } from '../../model/containerWriter';
import type { Edit } from '../../model/value';

const ANY = String.raw`0\.0\.0\.0|\[::\]|::|\*|0`;
/**
 * The address that opens the port, alone or as the default of a variable; what stands around it is
 * kept.
 */
const IN_FRONT = new RegExp(`^(\\$\\{\\w+:?-)?(?:${ANY})(\\})?(?=:)`);
const ALONE = new RegExp(`^(\\$\\{\\w+:?-)?(?:${ANY})(\\})?$`);

/** Undefined where the address comes from elsewhere. */
export function bindToLoopback(port: PublishedPort, { rewrite, setField }: ContainerWriter): Edit[] | undefined {
  const { long, entry, hostAddress, hostPorts } = port;
  if (long && !hostAddress) return setField(entry, 'loopback');
  if (long) return rewrite(hostAddress!, (written) => replaced(ALONE, written));
  if (hostAddress) return rewrite(entry, (written) => replaced(IN_FRONT, written));
  // A variable alone may hold address and all.
  return rewrite(entry, (written) =>
    /^\$\{?\w*\}?$/.test(written) ? undefined : `127.0.0.1:${hostPorts ? '' : ':'}${written.replace(/^:/, '')}`,
  );
}

const replaced = (address: RegExp, written: string): string | undefined =>
  address.test(written)
    ? written.replace(address, (_, before = '', after = '') => `${before}127.0.0.1${after}`)
    : undefined;
