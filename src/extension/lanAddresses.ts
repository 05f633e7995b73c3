/**
 * The addresses of this machine in its local networks: the operating system is asked, nothing is
 * sent.
 */
import { networkInterfaces } from 'node:os';

export interface LanAddress {
  /** Of the network interface. */
  name: string;
  address: string;
}

/**
 * IPv4 only, because a telephone cannot type the zone of a link-local IPv6 address; those that
 * routers give out first.
 */
export function lanAddresses(): LanAddress[] {
  const all = Object.entries(networkInterfaces()).flatMap(([name, addresses]) =>
    (addresses ?? [])
      .filter(({ family, internal }) => family === 'IPv4' && !internal)
      .map(({ address }) => ({ name, address })),
  );
  const likely = ({ name, address }: LanAddress) =>
    (/^(?:192\.168|10|172\.(?:1[6-9]|2\d|3[01]))\./.test(address) ? 0 : 1) +
    (/docker|veth|^br-|vbox|vmnet|wsl|virbr/i.test(name) ? 2 : 0);
  return all.sort((a, b) => likely(a) - likely(b));
}
