/** What the rules judge, read once per document, by its sort. */

import type { Kind } from '../../protocol/fileKinds';
import type { Caddyfile } from '../documents/caddy/caddyfile';
import type { DaemonSettings } from '../documents/daemonJson';
import type { Dockerd } from '../documents/dockerd';
import type { Dockerfile } from '../documents/dockerfile/stages';
import type { EnvFile } from '../documents/env/envFile';
import type { Fail2banConfig } from '../documents/fail2ban/fail2banConfig';
import type { Firewall } from '../documents/firewall/firewall';
import type { HeldFile } from '../documents/heldFile';
import type { WebTemplate } from '../documents/jinja/webTemplate';
import type { AgentSecret } from '../documents/logs/agentSecrets';
import type { Journald } from '../documents/logs/journald';
import type { RsyslogSettings } from '../documents/logs/rsyslogForwards';
import type { NginxSettings } from '../documents/nginx/nginxSettings';
import type { PictureCode } from '../documents/pictureCodes';
import type { PythonModule } from '../documents/python/pythonModule';
import type { Requirement } from '../documents/requirements/requirements';
import type { SelinuxConfig } from '../documents/selinuxConfig';
import type { Script } from '../documents/shell/script';
import type { SshdSettings } from '../documents/sshd/sshdSettings';
import type { Tmpfile } from '../documents/tmpfiles';
import type { TraefikConfig } from '../documents/traefik/traefikConfig';
import type { UnitTimer } from '../documents/unitTimer';
import type { Container } from '../model/container';
import type { HostVariable } from '../model/hostVariable';
import type { ImageUse } from '../model/imageUse';
import type { LogForward } from '../model/logForward';
import type { LogRetention } from '../model/logRetention';
import type { ReverseProxy } from '../model/reverseProxy';
import type { Edit, Place } from '../model/value';

export interface FactTypes {
  container: Container;
  dockerfile: Dockerfile;
  /** An image that is pulled. */
  image: ImageUse;
  script: Script;
  firewall: Firewall;
  daemon: DaemonSettings;
  /** The daemon's options, from `daemon.json` or a command line. */
  dockerd: Dockerd;
  envFile: EnvFile;
  sshd: SshdSettings;
  fail2ban: Fail2banConfig;
  selinux: SelinuxConfig;
  nginx: NginxSettings;
  caddy: Caddyfile;
  traefik: TraefikConfig;
  /** What stands in front of applications, by whatever program. */
  proxy: ReverseProxy;
  journald: Journald;
  rsyslog: RsyslogSettings;
  logRetention: LogRetention;
  logForward: LogForward;
  agentSecret: AgentSecret;
  hostVariable: HostVariable;
  tmpfile: Tmpfile;
  /** What starts a unit of systemd again and again. */
  timer: UnitTimer;
  template: WebTemplate;
  /** A package that a Python application is shipped with. */
  requirement: Requirement;
  python: PythonModule;
  pictureCode: PictureCode;
  /** The whole document, for what may stand anywhere in it. */
  text: { uri: string; text: string; kind: Kind };
}

export type Facts = { [K in keyof FactTypes]?: FactTypes[K][] } & {
  problems?: Problem[];
  translations?: Translation[];
  /** Other files whose text stands in the document: their facts are added by their kinds. */
  held?: HeldFile[];
};

/** A text that does not stand in the document as it is: the document's place for a place in it. */
export interface Translation {
  /** Its made-up address. */
  uri: string;
  place(place: Place): Place;
  /** The document's edit for one of the text; undefined: it cannot be written there. */
  edit?(edit: Edit): Edit | undefined;
}

/** Text that could not be understood and was therefore not judged. */
export interface Problem {
  place: Place;
  /**
   * `unknown-instruction`, `open-heredoc`, what a command says why it is unread, or the YAML
   * parser's code.
   */
  code: string;
  word: string;
  /** Name of the file that the reason lies in. */
  file?: string;
}

/** The facts of a document's parts as one. */
export function joinFacts(parts: readonly Facts[]): Facts {
  const out: Record<string, unknown[]> = {};
  for (const part of parts)
    for (const [sort, facts] of Object.entries(part)) out[sort] = (out[sort] ?? []).concat(facts);
  return out as Facts;
}
