/** MLPS-NET-005: what no rule allows is denied, and the rules stand in an order in which they count. */
import type { Deployment } from '../../deployment/deployment';
import type { Firewall, FirewallChain, FirewallRule } from '../../documents/firewall/firewall';
import { isAcceptingByNature } from '../../documents/firewall/firewalldZones';
import { dropBehind, moveAcross } from '../../documents/firewall/firewallEdits';
import { covers, isForNew, mayConcern } from '../../documents/firewall/firewallMatch';
import { insertBehind } from '../../documents/nginx/nginxEdits';
import { placeOfWords } from '../../documents/shell/script';
import { portRangeText } from '../../model/port';
import { allHostFirewalls, hostFirewalls, isOfHost } from '../../readings/hostFirewalls';
import { openAllows } from '../../readings/openAllow';
import { stoppedFirewall } from '../../readings/stoppedFirewall';
import { FIREWALL_KINDS } from '../../ruleKinds';
import type { Rule, RuleContext } from '../rule';

/** Longer chains are made by a program. */
const MAX_WIDE = 200;
const MAX_RELATED = 20;

export const firewallDefaultDeny: Rule = {
  id: 'MLPS-NET-005',
  name: 'firewall-default-deny',
  severity: 'warning',
  profile: 'mlps3',
  kinds: [...FIREWALL_KINDS, 'nginx'],
  clauses: ['8.1.3.2 a', '8.1.3.2 b'],
  highRisk: ['6.3.2.1'],
  triggers: ['A-11'],
  rows: ['C42', 'C43'],
  peers: ['allow_without_deny'],
  title: { en: 'Deny what no rule allows', 'zh-cn': '默认拒绝未被允许的访问' },
  why: {
    en: 'A rule that allows some changes nothing while everybody else is let in as well. Level 3 asks that everything is refused but what is allowed, and that rules which have no effect are removed.',
    'zh-cn':
      '如果其他人同样可以访问，允许规则就没有意义。等保三级要求默认情况下除允许通信外拒绝所有通信，并删除多余或无效的访问控制规则。',
  },
  remedy: {
    en: 'Allow first, then drop: `iptables -A INPUT -p tcp --dport 8080 -j DROP` behind the rule that allows, or the policy DROP with rules for SSH, loopback and `ESTABLISHED,RELATED` in place before. Rules count in order: the first that matches decides, `-I` puts in front. In a zone of firewalld rich rules that deny come before those that allow.',
    'zh-cn':
      '先允许，后丢弃：在允许规则之后加 `iptables -A INPUT -p tcp --dport 8080 -j DROP`；或将默认策略设为 DROP，并事先放行 SSH、回环接口和 `ESTABLISHED,RELATED`。规则按顺序匹配，首个匹配者生效，`-I` 会插到最前。firewalld 区域中，拒绝的富规则先于允许的富规则。',
  },
  messages: {
    open: {
      en: 'Port {port} is allowed here, but nothing drops the rest: everybody reaches it. Drop it behind this rule, or set the policy DROP.',
      'zh-cn': '此处允许端口 {port}，但没有规则丢弃其余访问，任何人都能访问。请在其后丢弃，或将默认策略设为 DROP。',
    },
    order: {
      en: 'This rule never matches: the one before it already decides for all that it is for. Change their order.',
      'zh-cn': '此规则永远不会匹配：之前的规则已对其全部流量作出决定。请调整顺序。',
    },
    target: {
      en: 'This zone accepts everything that no rule names. Write the target default or DROP.',
      'zh-cn': '此区域接受所有未被规则提及的流量。请将 target 设为 default 或 DROP。',
    },
    policy: {
      en: 'Everything that no rule names is let in. Write deny.',
      'zh-cn': '所有未被规则提及的流量都会放行。请改为 deny。',
    },
    opened: {
      en: 'This rule allows port {port} to some, but the zone opens it to everybody as well. Remove the port or the service from the zone.',
      'zh-cn': '此规则仅对部分来源允许端口 {port}，但该区域同时对所有人开放了它。请从区域中移除该端口或服务。',
    },
    allow: {
      en: 'These addresses are allowed, but nobody else is refused: everybody reaches it. Add deny all behind.',
      'zh-cn': '此处允许了这些地址，但未拒绝其他人，任何人都能访问。请在其后添加 deny all。',
    },
    off: {
      en: 'This switches the firewall of the host off, and nothing in sight sets another one. Leave it on, and allow what is needed.',
      'zh-cn': '此命令关闭主机防火墙，所见文件也未设置其他防火墙。请保持开启，仅放行所需访问。',
    },
    before: { en: 'This rule decides before it.', 'zh-cn': '此规则先行决定。' },
    also: { en: 'Likewise.', 'zh-cn': '此处亦然。' },
    everybody: { en: 'Opened to everybody here.', 'zh-cn': '在此对所有人开放。' },
    deny: {
      en: 'Add deny all behind (others are refused)',
      'zh-cn': '在其后添加 deny all（其他人将被拒绝）',
    },
    drop: {
      en: 'Drop the rest behind it (others no longer reach the port)',
      'zh-cn': '在其后丢弃其余访问（其他人将无法访问该端口）',
    },
    move: { en: 'Change the order of the two (it takes effect)', 'zh-cn': '调换两条规则的顺序（使其生效）' },
  },
  check: {
    nginx(settings, { report }) {
      for (const { allow, last, before } of openAllows(settings)) {
        const fixes = () => [{ safe: false, title: 'deny', edits: insertBehind(settings, last, ['deny all;']) }];
        if (before)
          report({ place: allow.place, message: 'order', related: [{ place: before.place, message: 'before' }] });
        else report({ place: allow.place, message: 'allow', fixes });
      }
    },
    deployment(deployment, context) {
      const firewalls = hostFirewalls(deployment);
      for (const firewall of firewalls)
        for (const chain of firewall.chains) {
          if (chain.table === 'nat' || chain.table === 'policy') continue;
          if (chain.hook !== 'input' && chain.hook !== 'docker-user') continue;
          reportOrder(firewall, chain, context);
          if (chain.table === 'zone') reportZone(chain, context);
          else if (!isClosedElsewhere(firewall, chain, firewalls)) reportOpen(firewall, chain, context);
        }
      reportStopped(deployment, context);
    },
  },
};

/** Where another firewall takes over, the old one is switched off with reason. */
function reportStopped(deployment: Deployment, { report }: RuleContext): void {
  for (const script of deployment.own('script')) {
    const isOfItself = script.run === undefined && script.service === undefined && script.uri === deployment.uri;
    const stopped = isOfItself ? stoppedFirewall(script) : undefined;
    if (!stopped || !isOfHost(deployment.uri, deployment)) continue;
    if (allHostFirewalls(deployment).some(({ chains }) => chains.length > 0)) continue;
    report({ place: placeOfWords(script, stopped.words), message: 'off' });
  }
}

/** What comes back from `DOCKER-USER` is let through by Docker. */
const letsIn = ({ verdict }: FirewallRule, { hook }: FirewallChain): boolean =>
  verdict === 'accept' || (verdict === 'return' && hook === 'docker-user');

function reportOrder(firewall: Firewall, chain: FirewallChain, { report }: RuleContext): void {
  const wide: FirewallRule[] = [];
  const hidden = new Map<FirewallRule, FirewallRule[]>();
  for (const rule of chain.rules) {
    const isIn = letsIn(rule, chain);
    if ((!isIn && rule.verdict !== 'drop') || rule.isConditional) continue;
    const before = wide.find((each) => each.text === rule.text && covers(each, rule));
    if (!before) {
      if (wide.length < MAX_WIDE && !rule.isPartial && !rule.isLimited) wide.push(rule);
    } else if (letsIn(before, chain) !== isIn) {
      const own = hidden.get(before);
      if (own) own.push(rule);
      else hidden.set(before, [rule]);
    }
  }
  for (const [before, [first, ...others]] of hidden) {
    const fixes = () => [{ safe: false, title: 'move', edits: moveAcross(firewall, first!, before) }];
    const related = others.slice(0, MAX_RELATED).map(({ place }) => ({ place, message: 'also' }));
    report({
      place: first!.place,
      message: 'order',
      related: [{ place: before.place, message: 'before' }, ...related],
      fixes,
    });
  }
}

function reportZone({ name, policy, rules }: FirewallChain, { report }: RuleContext): void {
  if (policy?.verdict === 'accept' && !isAcceptingByNature(name)) report({ place: policy.place, message: 'target' });
  const open = rules.filter(
    (rule) => rule.verdict === 'accept' && rule.source === undefined && !rule.isPartial && rule.ports?.length,
  );
  for (const rule of rules) {
    if (rule.verdict !== 'accept' || !rule.source?.names.length || rule.source.isNegated) continue;
    const other = open.find((each) => covers(each, rule));
    if (!other) continue;
    const data = { port: portsOf(rule) };
    report({ place: rule.place, message: 'opened', data, related: [{ place: other.place, message: 'everybody' }] });
  }
}

function reportOpen(firewall: Firewall, chain: FirewallChain, { report }: RuleContext): void {
  const { policy, rules } = chain;
  if (firewall.tool === 'ufw') {
    if (policy?.verdict === 'accept') report({ place: policy.place, message: 'policy' });
    return;
  }
  const open = rules.filter(
    (rule) =>
      rule.verdict === 'accept' && isForNew(rule) && rule.ports?.length && !rules.some((other) => closes(other, rule)),
  );
  const [first, ...others] = open;
  if (!first) return;
  const fixes = () => [{ safe: false, title: 'drop', edits: dropBehind(firewall, chain, open) }];
  const related = others.slice(0, MAX_RELATED).map(({ place }) => ({ place, message: 'also' }));
  report({ place: first.place, message: 'open', data: { port: portsOf(first) }, related, fixes });
}

/** Whether a rule may drop what another one does not allow; to drop some sources closes nothing. */
const closes = (rule: FirewallRule, allowed: FirewallRule): boolean =>
  (rule.verdict === 'drop' || rule.verdict === 'unknown') &&
  isForNew(rule) &&
  !rule.isLimited &&
  (rule.source === undefined || rule.source.isNegated) &&
  (!rule.isPartial || rule.ports !== undefined) &&
  mayConcern(rule, allowed);

/** By the policy, by another base chain or tool, or by what is not in sight. */
function isClosedElsewhere(firewall: Firewall, chain: FirewallChain, firewalls: readonly Firewall[]): boolean {
  if (firewall.tool === 'firewalld' || (firewall.isOpenEnded && firewall.tool !== 'ufw')) return true;
  if (firewall.tool === 'iptables' && firewalls.some(({ tool }) => tool === 'ufw' || tool === 'firewalld')) return true;
  return firewall.chains.some(
    (other) =>
      (other === chain || firewall.tool === 'nft') &&
      other.hook === chain.hook &&
      (other.policy?.verdict === 'drop' || other.policy?.verdict === 'unknown'),
  );
}

const portsOf = ({ ports }: FirewallRule): string => ports!.map((range) => portRangeText(range)).join(', ');
