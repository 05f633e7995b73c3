/** How the files of each kind are told from others and read. */
// Made by `npm run generate`: what is in the folder is in the list.
import type { Kind } from '../../protocol/fileKinds';
import type { FileKind } from '../fileKind';
import { caddy } from './caddy';
import { ci } from './ci';
import { compose } from './compose';
import { crontab } from './crontab';
import { daemon } from './daemon';
import { dockerfile } from './dockerfile';
import { env } from './env';
import { fail2ban } from './fail2ban';
import { firewalld } from './firewalld';
import { iptables } from './iptables';
import { jenkins } from './jenkins';
import { jinja } from './jinja';
import { journald } from './journald';
import { logAgent } from './logAgent';
import { logrotate } from './logrotate';
import { logStore } from './logStore';
import { makefile } from './makefile';
import { markdown } from './markdown';
import { nftables } from './nftables';
import { nginx } from './nginx';
import { picture } from './picture';
import { python } from './python';
import { requirements } from './requirements';
import { rsyslog } from './rsyslog';
import { selinux } from './selinux';
import { shell } from './shell';
import { sshd } from './sshd';
import { systemd } from './systemd';
import { tmpfiles } from './tmpfiles';
import { traefik } from './traefik';

export const fileKindOf: Record<Kind, FileKind> = {
  dockerfile,
  compose,
  env,
  ci,
  crontab,
  shell,
  makefile,
  jenkins,
  systemd,
  daemon,
  sshd,
  selinux,
  iptables,
  nftables,
  fail2ban,
  firewalld,
  logrotate,
  journald,
  requirements,
  jinja,
  python,
  rsyslog,
  logStore,
  logAgent,
  tmpfiles,
  markdown,
  caddy,
  traefik,
  picture,
  nginx,
};
