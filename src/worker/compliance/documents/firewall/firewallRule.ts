/** A rule of a host firewall, in whatever tool's words it is written (fact T22). */
import type { PortRange } from '../../model/container';
import type { Place } from '../../model/value';

export interface FirewallRule {
  place: Place;
  /**
   * `INPUT`, `FORWARD`, `DOCKER-USER` …; what ufw and the zones of firewalld write goes into INPUT.
   */
  chain: string;
  protocol: string | undefined;
  /** Of the packet's destination; empty: all, or not known. */
  ports: PortRange[];
  /** Of the destination before it was translated: `--ctorigdstport`. */
  originalPorts: PortRange[];
  verdict: 'accept' | 'drop' | 'other';
  /** Only for some sources. */
  hasSource: boolean;
}

/** `8080`, `8000:8010`, `80,443`; what is no number is left out. */
export function portsOf(text: string): PortRange[] {
  return text.split(',').flatMap((part) => {
    const match = /^(\d{1,5})(?:[:-](\d{1,5}))?(?:\/\w+)?$/.exec(part.trim());
    return match ? [{ first: Number(match[1]), last: Number(match[2] ?? match[1]) }] : [];
  });
}
