/** A firewall of a host, in whatever tool's words it is written (fact T22). */
import type { PortRange } from '../../model/container';
import type { Place } from '../../model/value';

export type FirewallTool = 'iptables' | 'nft' | 'ufw' | 'firewalld';

/** `reject` is a `drop`; `return` goes back to the chain before; `unknown`: the text does not tell. */
export type Verdict = 'accept' | 'drop' | 'return' | 'unknown';

/** Where the packets of a chain pass; none for a chain that only others jump into. */
export type Hook = 'input' | 'forward' | 'output' | 'prerouting' | 'docker-user';

/** Some of all addresses or interfaces. */
export interface Selection {
  /** As written; empty where only running it tells (a set, a variable). */
  names: string[];
  /** All but these. */
  isNegated: boolean;
}

/** Which packets a rule is for; what is undefined restricts nothing. */
export interface FirewallMatch {
  family: 'ipv4' | 'ipv6' | undefined;
  protocol: string | undefined;
  /** Of the destination; empty where they are not known. */
  ports: PortRange[] | undefined;
  /** Of the destination before it was translated: `--ctorigdstport`. */
  originalPorts: PortRange[] | undefined;
  source: Selection | undefined;
  destination: Selection | undefined;
  inInterface: Selection | undefined;
  outInterface: Selection | undefined;
  /** Of the connection, in small letters. */
  states: string[] | undefined;
  /** Only so many of the packets: `limit`, `recent`. */
  isLimited: boolean;
  /** Something else restricts it, too. */
  isPartial: boolean;
}

export interface FirewallRule extends FirewallMatch {
  place: Place;
  /** Undefined: it only counts, logs or marks. */
  verdict: Verdict | undefined;
  /** A chain of one's own that the packets go through. */
  jump: string | undefined;
  /** Rules of one text that runs as a whole are of one order. */
  text: unknown;
  /** In a branch or a function: whether and when it is set is not known. */
  isConditional: boolean;
  /** How it was set: behind the others or in front. */
  isInserted: boolean;
  /** It stands in a chain that others jump into. */
  isBehindJump: boolean;
}

/** What one line does to the rules of a host. */
export type FirewallStep = {
  place: Place;
  family: 'ipv4' | 'ipv6' | undefined;
  /** Tells chains of one name apart. */
  table: string;
  /** Empty with `flush`: all of the table, or of all. */
  chain: string;
  isConditional: boolean;
} & (
  | { act: 'add'; rule: FirewallRule /** From 0, in front of which; undefined: at the end. */; at: number | undefined }
  | { act: 'delete'; rule: FirewallRule | undefined; at: number | undefined }
  | { act: 'policy'; verdict: Verdict }
  | { act: 'chain'; hook: Hook | undefined; policy: Verdict | undefined }
  | { act: 'flush' }
);

export interface FirewallChain {
  tool: FirewallTool;
  family: 'ipv4' | 'ipv6' | undefined;
  table: string;
  name: string;
  hook: Hook | undefined;
  /** What is written of it. */
  policy: { verdict: Verdict; place: Place } | undefined;
  /** In the order in which they are asked; chains of one's own are gone through. */
  rules: FirewallRule[];
}

/** All that one document says to one tool. */
export interface Firewall {
  uri: string;
  /** The whole document. */
  text: string;
  tool: FirewallTool;
  /** A file that is loaded as it is: its rules are all there are, and last. */
  isFile: boolean;
  /** It loads rules that stand elsewhere. */
  isOpenEnded: boolean;
  chains: FirewallChain[];
}

/** Of one tool in one document: more than anybody writes by hand. */
export const MAX_RULES = 5_000;

/** A rule for every packet, to be narrowed. */
export const ruleAt = (place: Place): FirewallRule => ({
  place,
  family: undefined,
  protocol: undefined,
  ports: undefined,
  originalPorts: undefined,
  source: undefined,
  destination: undefined,
  inInterface: undefined,
  outInterface: undefined,
  states: undefined,
  isLimited: false,
  isPartial: false,
  verdict: undefined,
  jump: undefined,
  text: undefined,
  isConditional: false,
  isInserted: false,
  isBehindJump: false,
});
