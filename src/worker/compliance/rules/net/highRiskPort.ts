/**
 * Which published port is one of remote control, file sharing or databases: such an entry is
 * NET-002's alone.
 */
import type { PortRange, PublishedPort } from '../../model/container';

/** Ascending. */
const PORTS = [
  20, 21, 22, 23, 69, 135, 137, 138, 139, 445, 512, 513, 514, 873, 1433, 1521, 2049, 2375, 2379, 3306, 3389, 5432, 5900,
  6379, 9200, 11211, 27017,
];

/** Those in the range, ascending. */
export const highRiskPortsOf = ({ first, last }: PortRange): number[] =>
  PORTS.filter((port) => port >= first && port <= last);

const firstOf = (range: PortRange | undefined): number | undefined => range && highRiskPortsOf(range)[0];

/** On either side; a receiver of syslog over TCP is none. */
export function highRiskPort({ hostPorts, containerPorts, protocol }: PublishedPort): number | undefined {
  const port = firstOf(hostPorts?.known) ?? firstOf(containerPorts.known);
  return port === 514 && protocol === 'tcp' && hostPorts?.known?.first === 514 ? undefined : port;
}
