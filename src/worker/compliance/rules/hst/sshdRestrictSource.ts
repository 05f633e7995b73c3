/** MLPS-HST-005: who may reach the SSH server is named, by itself or by the firewall in front of it. */
import type { Firewall, FirewallRule } from '../../documents/firewall/firewall';
import { isForNew, overlap } from '../../documents/firewall/firewallMatch';
import type { SshdWord } from '../../documents/sshd/sshdConfig';
import { generalSetting, type SshdSetting, type SshdSettings } from '../../documents/sshd/sshdSettings';
import type { PortRange } from '../../model/container';
import { allHostFirewalls } from '../../readings/hostFirewalls';
import { isEverybody, openedPorts } from '../../readings/openedPorts';
import { placeOfMissing } from '../../readings/sshdDeployment';
import { valueIn } from '../../valueIn';
import type { Rule } from '../rule';

export const sshdRestrictSource: Rule = {
  id: 'MLPS-HST-005',
  name: 'sshd-restrict-source',
  severity: 'info',
  profile: 'mlps3',
  kinds: ['sshd', 'shell'],
  clauses: ['8.1.4.4 c'],
  rows: ['C91'],
  peers: [],
  title: { en: 'Limit who may reach SSH', 'zh-cn': '限制可访问 SSH 的来源' },
  why: {
    en: 'Whoever reaches the SSH server may guess, and try what its next weakness allows. Level 3 asks that terminals which administrate over the network are limited by how they come in or by their addresses.',
    'zh-cn':
      '能访问 SSH 服务器的人就能猜测密码，也能利用其下一个漏洞。等保三级要求通过设定终端接入方式或网络地址范围，对通过网络进行管理的管理终端进行限制。',
  },
  remedy: {
    en: 'Write one of: `AllowUsers admin@192.168.10.0/24`, `AllowGroups ssh-users`, `ListenAddress` with the inner address, a block `Match Address`; or let the firewall accept the port from named sources alone, which is read from the files beside it.',
    'zh-cn':
      '请任选其一：`AllowUsers admin@192.168.10.0/24`、`AllowGroups ssh-users`、以内网地址设置 `ListenAddress`、`Match Address` 块；或由防火墙仅对指定来源放行该端口（会读取同一项目中的防火墙文件）。',
  },
  messages: {
    open: {
      en: 'Everybody may reach this SSH server as any user: there is no AllowUsers, AllowGroups, ListenAddress or Match Address, and no rule of a firewall limits port {port}. Add one of them.',
      'zh-cn':
        '任何来源都能以任意用户访问此 SSH 服务器：没有 AllowUsers、AllowGroups、ListenAddress 或 Match Address，也没有防火墙规则限制端口 {port}。请添加其一。',
    },
    everybody: {
      en: '{keyword} {written} lets everybody in from everywhere. Name users, and the addresses that they come from: admin@192.168.10.0/24.',
      'zh-cn': '{keyword} {written} 允许任何人从任何来源登录。请写明用户及其来源地址，如 admin@192.168.10.0/24。',
    },
  },
  check: {
    deployment(deployment, { report, satisfied }) {
      for (const config of deployment.own('sshd')) {
        const [open] = config.settings.flatMap(everybodyIn);
        if ((!config.isComplete && !open) || isLimited(config)) continue;
        const written = Number(generalSetting(config, 'port')?.value?.text ?? 22);
        const port = { first: written, last: written };
        const isHere = open?.word.place.uri === config.uri;
        const place = isHere ? open.word.place : placeOfMissing(config);
        const rule = restricting(allHostFirewalls(deployment), port);
        if (rule) satisfied(place, rule.place);
        else if (open)
          report({ place, message: 'everybody', data: { keyword: open.keyword, written: open.word.text } });
        else report({ place, message: 'open', data: { port: written } });
      }
    },
  },
};

const EVERY_ADDRESS = /^(?:0\.0\.0\.0|\[?::\]?|\*)(?::\d+)?$/;

/** Who may log in, in the spelling of sshd_config(5). */
const NAMED: Readonly<Record<string, string>> = { allowusers: 'AllowUsers', allowgroups: 'AllowGroups' };
const NAMES = Object.keys(NAMED);
/** `*`, `*@*`, `*@0.0.0.0/0`: one such pattern makes the others of no use. */
const EVERYBODY = /^\*+(?:@(?:\*+|0\.0\.0\.0\/0|::\/0))?$/;

/** The pattern of a list that is said to all and lets everybody in. */
function everybodyIn({ keyword, words, criteria }: SshdSetting): { keyword: string; word: SshdWord }[] {
  const named = criteria ? undefined : valueIn(NAMED, keyword);
  const word = named && words.find(({ text }) => EVERYBODY.test(text));
  return named && word ? [{ keyword: named, word }] : [];
}

function isLimited(config: SshdSettings): boolean {
  const has = (keyword: string) => config.settings.some((setting) => setting.keyword === keyword);
  const addresses = config.settings.filter(({ keyword }) => keyword === 'listenaddress');
  return (
    NAMES.some(
      (keyword) => has(keyword) && !config.settings.some((one) => one.keyword === keyword && everybodyIn(one)[0]),
    ) ||
    (addresses.length > 0 && addresses.every(({ value }) => value !== undefined && !EVERY_ADDRESS.test(value.text))) ||
    config.settings.some(({ criteria }) => criteria?.some(({ text }) => /^address(?:=|$)/i.test(text)))
  );
}

/** A rule that lets in or keeps out some on the port, where no other one lets everybody in. */
function restricting(firewalls: readonly Firewall[], port: PortRange): FirewallRule | undefined {
  const isOfPort = (rule: FirewallRule) => rule.ports?.some((range) => overlap(range, port)) ?? false;
  if (openedPorts(firewalls, isEverybody).some(({ rule }) => isOfPort(rule))) return undefined;
  return firewalls
    .flatMap(({ chains }) => chains.filter(({ hook }) => hook === 'input').flatMap(({ rules }) => rules))
    .find(
      (rule) =>
        isOfPort(rule) &&
        isForNew(rule) &&
        ((rule.verdict === 'accept' && rule.source !== undefined) ||
          (rule.verdict === 'drop' && (rule.source === undefined || rule.source.isNegated))),
    );
}
