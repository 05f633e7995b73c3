/** Ports, addresses and verdicts as all firewall tools write them. */
import { portsOfService } from '../../data/servicePorts';
import type { PortRange } from '../../model/container';
import { UNKNOWN } from '../../model/value';
import type { Selection, Verdict } from './firewall';

const MOST = 65_535;

/** `8080`, `8000:8010`, `8000-`, `ssh`; undefined for what is no port or not known. */
function portOf(text: string): PortRange[] | undefined {
  const [, first, sign, last] = /^(\d{0,5})([:-]?)(\d{0,5})$/.exec(text) ?? [];
  if (first === undefined || (first === '' && last === ''))
    return portsOfService(text)?.map(({ first: from, last: to }) => ({ first: from, last: to }));
  const from = Number(first || 0);
  const to = sign === '' ? from : Number(last || MOST);
  return from <= to && to <= MOST ? [{ first: from, last: to }] : undefined;
}

/** Of a list with commas; empty where one of them is not known. */
export function portsOf(texts: readonly string[]): PortRange[] {
  const all = texts.flatMap((text) => text.split(',')).map((text) => portOf(text.trim()));
  return all.every((ports) => ports !== undefined) ? all.flatMap((ports) => ports!) : [];
}

/** Of a service by its name, empty where it is not known; a protocol where all are of one. */
export function servicePorts(name: string): { ports: PortRange[]; protocol: string | undefined } {
  const ports = portsOfService(name) ?? [];
  const protocol = ports[0]?.protocol;
  return { ports, protocol: ports.every((each) => each.protocol === protocol) ? protocol : undefined };
}

/** All there are: they restrict nothing. */
const EVERYWHERE = /^(?:0\.0\.0\.0\/0(?:\.0\.0\.0)?|0\.0\.0\.0|0\/0|::\/0|any(?:where)?|)$/i;

/** Undefined where all addresses are meant. */
export function addressesOf(texts: readonly string[], isNegated = false): Selection | undefined {
  const names = texts.flatMap((text) => text.split(',')).map((text) => text.trim());
  if (!isNegated && names.some((name) => EVERYWHERE.test(name))) return undefined;
  return { names: names.some((name) => name.includes(UNKNOWN)) ? [] : names, isNegated };
}

export const interfacesOf = (texts: readonly string[], isNegated = false): Selection => ({
  names: texts.some((name) => name.includes(UNKNOWN)) ? [] : [...texts],
  isNegated,
});

const VERDICTS: ReadonlyMap<string, Verdict> = new Map([
  ['accept', 'accept'],
  ['drop', 'drop'],
  ['reject', 'drop'],
  ['deny', 'drop'],
  ['return', 'return'],
]);

/** Undefined for what is no verdict. */
export const verdictOf = (text: string): Verdict | undefined =>
  text.includes(UNKNOWN) ? 'unknown' : VERDICTS.get(text.toLowerCase());
