/** Reads the short form of a published port as compose and `docker run -p` write it (fact T13). */
import type { PortRange, PublishedPort } from './container';
import { UNKNOWN, type Value } from './value';

/** `80`, `8000-8010`; undefined when a variable hides it or it is no port. */
export function parsePortRange(text: string): PortRange | undefined {
  const match = /^(\d{1,5})(?:-(\d{1,5}))?$/.exec(text.trim());
  if (!match) return undefined;
  const first = Number(match[1]);
  const last = match[2] === undefined ? first : Number(match[2]);
  return first > 65_535 || last > 65_535 || last < first ? undefined : { first, last };
}

/** As it is written: `80`, `8000-8010`. */
export const portRangeText = ({ first, last }: PortRange, sign = '-'): string =>
  first === last ? `${first}` : `${first}${sign}${last}`;

/** Texts that may publish a port. */
export const PUBLISHES = /\bports:|\s(?:-p|-[a-zA-Z]*p|--publish)[\s=\d"']/;

/** Where the port of the host belongs: the engine refuses it, and nothing is open. */
const ADDRESS = /^\d{1,3}(?:\.\d{1,3}){3}$/;

const asProtocol = (text: string | undefined): PublishedPort['protocol'] =>
  text === undefined || text === '' ? 'tcp' : text === 'tcp' || text === 'udp' || text === 'sctp' ? text : 'unknown';

/**
 * `3000`, `8080:80`, `127.0.0.1:8080:80`, `127.0.0.1::80`, `[::1]:80:80`, `::1:80:80`, ranges,
 * `/udp`. A variable in front of a single colon is taken for a port when its name says so
 * (`${HTTP_PORT}:80`), else it may hold an address too.
 */
export function parsePublishedPort(entry: Value): PublishedPort {
  const part = <T>(known: T | undefined): Value<T> => ({ ...entry, known });
  const [main = '', protocolText] = entry.resolved.trim().split('/', 2);
  const protocol = asProtocol(protocolText?.toLowerCase());
  const containerAt = main.lastIndexOf(':');
  const containerPorts = part(parsePortRange(main.slice(containerAt + 1)));
  const unknownAddress = part<string>(undefined);
  if (containerAt < 0) {
    return {
      entry,
      protocol,
      containerPorts,
      hostPorts: undefined,
      hostAddress: main.includes(UNKNOWN) ? unknownAddress : undefined,
    };
  }
  const front = main.slice(0, containerAt);
  const hostAt = front.endsWith(']') ? -1 : front.lastIndexOf(':');
  const hostText = front.slice(hostAt + 1);
  const isAddress = hostAt < 0 && ADDRESS.test(hostText);
  const address = isAddress ? hostText : hostAt < 0 ? '' : front.slice(0, hostAt).replace(/^\[|\]$/g, '');
  const hostPorts = hostText === '' || isAddress ? undefined : part(parsePortRange(hostText));
  const mayHoldAddress = hostAt < 0 && hostText.includes(UNKNOWN) && !/\$\{?\w*PORT/i.test(entry.raw);
  return {
    entry,
    protocol,
    containerPorts,
    hostPorts,
    hostAddress:
      mayHoldAddress || address.includes(UNKNOWN) ? unknownAddress : address === '' ? undefined : part(address),
  };
}

/** Whether the port can be reached through every interface; undefined when not known. */
export function boundToAllInterfaces(port: PublishedPort): boolean | undefined {
  if (!port.hostAddress) return true;
  const address = port.hostAddress.known;
  if (address === undefined) return undefined;
  return /^(0\.0\.0\.0|::|0|\*|0:0:0:0:0:0:0:0|)$/.test(address);
}
