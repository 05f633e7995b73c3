/** MLPS-NET-011: TLS is spoken in versions and with ciphers that hold. */

import type { NginxDirective } from '../../documents/nginx/nginxConfig';
import { insertBehind, placeOfWords, rewriteWords } from '../../documents/nginx/nginxEdits';
import { listensOf } from '../../documents/nginx/nginxListen';
import {
  allBlocks,
  httpServers,
  inForce,
  isUnset,
  type NginxBlock,
  type NginxSettings,
} from '../../documents/nginx/nginxSettings';
import { passesOf } from '../../documents/nginx/nginxTargets';
import { isLoopback } from '../../model/loopback';
import { isWeakProtocol, weakCiphers } from '../../model/weakTls';
import type { Rule, RuleContext } from '../rule';

const GOOD = 'TLSv1.2 TLSv1.3';
const SUITES = 'HIGH:!aNULL:!MD5';
const AUTHORITIES = '/etc/ssl/certs/ca-certificates.crt';

export const noWeakTls: Rule = {
  id: 'MLPS-NET-011',
  name: 'no-weak-tls',
  severity: 'error',
  profile: 'recommended',
  kinds: ['nginx', 'shell'],
  wider: {
    en: 'A server without `ssl_protocols`, what `http` says where no server in sight speaks TLS, a cipher list that takes everything in, and a certificate of the server behind that is not looked at.',
    'zh-cn':
      '未设置 `ssl_protocols` 的服务器、所见服务器均未启用 TLS 时 `http` 中的设置、包罗一切的密码套件列表，以及未校验后端服务器证书的情况。',
  },
  clauses: ['8.1.2.2 a', '8.1.2.2 b', '8.1.4.8 a'],
  highRisk: ['~6.2.2.1', '~6.4.5.1'],
  triggers: ['~A-24'],
  rows: ['C46'],
  peers: ['insecure-ssl-version', 'missing-ssl-version'],
  title: { en: 'Speak TLS 1.2 and 1.3 with sound ciphers', 'zh-cn': '仅使用 TLS 1.2、1.3 及安全的密码套件' },
  why: {
    en: 'SSL 3, TLS 1.0 and 1.1, RC4, 3DES, MD5 and suites without encryption or authentication can be broken or talked down to by whoever stands in between. Level 3 asks that data is whole and secret on its way.',
    'zh-cn':
      'SSL 3、TLS 1.0 和 1.1、RC4、3DES、MD5 以及不加密或不认证的套件可被中间人攻破或诱导降级。等保三级要求保证通信过程中数据的完整性和保密性。',
  },
  remedy: {
    en: 'Write `ssl_protocols TLSv1.2 TLSv1.3;` once in `http`, and a cipher list of ECDHE suites with AES-GCM or ChaCha20; `TLS_SM4_GCM_SM3` and the ECC-SM2 suites are accepted. Before nginx 1.27.3 the default has TLS 1.0 and 1.1. Let `proxy_ssl_verify on` look at the certificate behind.',
    'zh-cn':
      '请在 `http` 中统一写 `ssl_protocols TLSv1.2 TLSv1.3;`，并使用 ECDHE 配合 AES-GCM 或 ChaCha20 的套件；`TLS_SM4_GCM_SM3` 和 ECC-SM2 等商用密码套件可以接受。nginx 1.27.3 之前的默认值包含 TLS 1.0 和 1.1。后端为 HTTPS 时请用 `proxy_ssl_verify on` 校验证书。',
  },
  messages: {
    protocols: {
      en: '{names} can be broken. Write TLSv1.2 TLSv1.3.',
      'zh-cn': '{names} 可被攻破。请改为 TLSv1.2 TLSv1.3。',
    },
    ciphers: {
      en: 'The cipher list lets in {names}, which is broken. Take it out.',
      'zh-cn': '密码套件列表允许 {names}，该算法已被攻破。请删除。',
    },
    wide: {
      en: '{name} also lets in suites without authentication where OpenSSL is older than 1.1. Add !aNULL.',
      'zh-cn': '在 OpenSSL 1.1 之前，{name} 还允许不认证的套件。请添加 !aNULL。',
    },
    unset: {
      en: 'ssl_protocols is not set here: before nginx 1.27.3 this server speaks TLS 1.0 and 1.1. Add ssl_protocols TLSv1.2 TLSv1.3.',
      'zh-cn':
        '此处未设置 ssl_protocols：nginx 1.27.3 之前该服务器允许 TLS 1.0 和 1.1。请添加 ssl_protocols TLSv1.2 TLSv1.3。',
    },
    unverified: {
      en: 'The certificate of the server behind is not looked at: whoever stands in between reads along. Write on, and name its authority.',
      'zh-cn': '未校验后端服务器的证书，中间人可读取内容。请改为 on，并指定其 CA 证书。',
    },
    good: { en: 'Write {text} (older clients may be locked out)', 'zh-cn': '改为 {text}（旧客户端可能无法连接）' },
    add: {
      en: 'Add ssl_protocols TLSv1.2 TLSv1.3 (older clients may be locked out)',
      'zh-cn': '添加 ssl_protocols TLSv1.2 TLSv1.3（旧客户端可能无法连接）',
    },
    verify: {
      en: 'Verify the certificate (one of its own, or of an inner authority, is then refused)',
      'zh-cn': '校验证书（自签名或内部 CA 的证书将被拒绝）',
    },
  },
  check: {
    nginx(settings, context) {
      for (const block of allBlocks(settings.root)) {
        const isIdle = speaksNoTls(block);
        for (const directive of block.directives) {
          const profile = isIdle && directive.name.startsWith('ssl_') ? 'mlps3' : undefined;
          judgeProtocols(settings, directive, context, profile);
          judgeCiphers(settings, directive, context, profile);
        }
      }
      for (const server of httpServers(settings.root)) judgeMissing(settings, server, context);
      judgeUpstreams(settings, context);
    },
  },
};

/** The `http` of plain servers alone: distributions ship one that sets what no server uses. */
function speaksNoTls({ context, opener, blocks }: NginxBlock): boolean {
  if (context !== 'http' || !opener) return false;
  const servers = blocks.filter((block) => block.context === 'server').map(listensOf);
  return servers.length > 0 && servers.every((all) => all.length > 0 && all.every(({ isTls }) => !isTls));
}

/** The words that list versions, and those that list ciphers, behind what a directive sets. */
function listed({ name, words }: NginxDirective, list: 'protocols' | 'ciphers'): typeof words {
  if (new RegExp(`^(?:(?:proxy|grpc|uwsgi)_)?ssl_${list}$`).test(name)) return words;
  const command = list === 'protocols' ? 'minprotocol' : 'cipherstring';
  const isCommand = name.endsWith('ssl_conf_command') && words[0]?.text.toLowerCase() === command;
  return isCommand ? words.slice(1) : [];
}

function judgeProtocols(
  settings: NginxSettings,
  directive: NginxDirective,
  { report }: RuleContext,
  profile: 'mlps3' | undefined,
): void {
  const words = listed(directive, 'protocols');
  const weak = words.filter(({ text }) => isWeakProtocol(text));
  if (weak.length === 0) return;
  const isMinimum = words.length < directive.words.length;
  const left = words.filter((word) => !weak.includes(word)).map(({ text }) => text);
  const text = isMinimum ? 'MinProtocol TLSv1.2' : left.length > 0 ? left.join(' ') : GOOD;
  const edits = () => (left.join('').includes('\ufffc') ? undefined : rewriteWords(settings, directive, text));
  report({
    place: placeOfWords(directive),
    message: 'protocols',
    profile,
    data: { names: weak.map((word) => word.text).join(', '), text },
    fixes: () => [{ safe: false, title: 'good', edits: edits() }],
  });
}

function judgeCiphers(
  settings: NginxSettings,
  directive: NginxDirective,
  { report }: RuleContext,
  profile: 'mlps3' | undefined,
): void {
  const words = listed(directive, 'ciphers');
  const list = words.map(({ text }) => text).join(':');
  if (list === '' || /[\ufffc$]/.test(list)) return;
  const { names, without, wide } = weakCiphers(list);
  const place = placeOfWords(directive);
  const at = { ...place, start: words[0]!.place.start, end: words.at(-1)!.place.end };
  const isHere = place.uri === settings.uri && words.length === 1;
  const fix = (newText: string) => () => [
    { safe: false, title: 'good', edits: isHere ? [{ ...at, newText }] : undefined },
  ];
  if (names.length > 0) {
    const text = without ?? SUITES;
    report({ place, message: 'ciphers', profile, data: { names: names.join(', '), text }, fixes: fix(text) });
  } else if (wide !== undefined) {
    const text = `${list}:!aNULL`;
    const data = { name: wide, text };
    report({ place, message: 'wide', severity: 'warning', profile: 'mlps3', data, fixes: fix(text) });
  }
}

/** A server that speaks TLS, in the versions that nginx happens to know. */
function judgeMissing(settings: NginxSettings, server: NginxBlock, { report }: RuleContext): void {
  const listen = listensOf(server).find(({ isTls, directive }) => isTls && directive)?.directive;
  if (!listen || !isUnset(server, 'ssl_protocols')) return;
  const commands = inForce(server, 'ssl_conf_command');
  if (commands.some(({ words }) => words[0]?.text.toLowerCase() === 'minprotocol')) return;
  if (inForce(server, 'ssl_reject_handshake')[0]?.words[0]?.text === 'on') return;
  const edits = () => insertBehind(settings, listen, [`ssl_protocols ${GOOD};`]);
  report({
    place: placeOfWords(listen),
    message: 'unset',
    severity: 'info',
    profile: 'mlps3',
    fixes: () => [{ safe: false, title: 'add', edits: edits() }],
  });
}

/** What is written to be off, towards another host. */
function judgeUpstreams(settings: NginxSettings, { report }: RuleContext): void {
  for (const { directive, block, targets, isTls } of passesOf(settings)) {
    if (!isTls || (targets.length > 0 && targets.every(({ host }) => host === undefined || isLoopback(host)))) continue;
    const prefix = directive.name.replace(/_pass$/, '');
    const off = inForce(block, `${prefix}_ssl_verify`).find(({ words }) => words[0]?.text === 'off');
    if (!off) continue;
    const authority = `${prefix}_ssl_trusted_certificate`;
    const edits = () => [
      ...(rewriteWords(settings, off, 'on') ?? []),
      ...(inForce(block, authority).length > 0
        ? []
        : (insertBehind(settings, off, [`${authority} ${AUTHORITIES};`]) ?? [])),
    ];
    report({
      place: placeOfWords(off),
      message: 'unverified',
      profile: 'mlps3',
      fixes: () => [{ safe: false, title: 'verify', edits: edits() }],
    });
  }
}
