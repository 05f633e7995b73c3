/** MLPS-NET-007: rules of a firewall are there again after the next start, and in force before it. */
import type { Deployment } from '../../deployment/deployment';
import { lineBehind } from '../../documents/shell/lineBehind';
import { placeOfWords, type Script } from '../../documents/shell/script';
import type { ShellCommand } from '../../documents/shell/shellTypes';
import { insertAfter } from '../../documents/shell/wordEdits';
import { isOfHost } from '../../readings/hostFirewalls';
import { forgottenCommands, idleUnitOf, runsAtBoot } from '../../readings/savedFirewall';
import { serviceAction, serviceName } from '../../readings/serviceAction';
import type { Rule, RuleContext } from '../rule';

const CHANGES = /^--(?:add|remove|set|change|new|delete|passthrough)\b/;
const SAVES: Readonly<Record<'iptables' | 'nft', string>> = {
  iptables: 'iptables-save > /etc/iptables/rules.v4',
  nft: 'nft list ruleset > /etc/nftables.conf',
};

export const firewallRulesPersist: Rule = {
  id: 'MLPS-NET-007',
  name: 'firewall-rules-persist',
  severity: 'warning',
  profile: 'mlps3',
  kinds: ['shell'],
  clauses: ['~8.1.3.2 a'],
  highRisk: ['~6.3.2.1'],
  triggers: ['~A-11'],
  rows: ['C44'],
  peers: [],
  title: { en: 'Let firewall rules outlive a restart', 'zh-cn': '防火墙规则须在重启后仍然有效' },
  why: {
    en: 'Rules that iptables, nft or firewall-cmd set at run time are gone after the next start, and nobody sees it: the host is open. What firewalld only stores is not in force until it is reloaded.',
    'zh-cn':
      '由 iptables、nft 或 firewall-cmd 在运行时设置的规则在下次启动后消失且不易察觉，主机随即失去防护。仅写入 firewalld 永久配置的规则在重新加载之前不生效。',
  },
  remedy: {
    en: 'Save them at the end: `netfilter-persistent save`, `iptables-save > /etc/iptables/rules.v4`, `nft list ruleset > /etc/nftables.conf`, or let a systemd unit run the script at every start. With firewalld write `--permanent` and end with `firewall-cmd --reload`, or end with `firewall-cmd --runtime-to-permanent`. ufw keeps its rules by itself.',
    'zh-cn':
      '请在最后保存规则：`netfilter-persistent save`、`iptables-save > /etc/iptables/rules.v4`、`nft list ruleset > /etc/nftables.conf`，或由 systemd 单元在每次启动时运行脚本。使用 firewalld 时请写 `--permanent` 并以 `firewall-cmd --reload` 结尾，或以 `firewall-cmd --runtime-to-permanent` 结尾。ufw 会自行保存规则。',
  },
  messages: {
    lost: {
      en: 'The next start forgets this rule and those behind it: nothing saves them. End with {save}.',
      'zh-cn': '下次启动后此规则及其后的规则都会丢失：没有任何命令保存它们。请以 {save} 结尾。',
    },
    idle: {
      en: 'The next start forgets this rule and those behind it: {unit} would set them, but nothing starts it. Write [Install] with WantedBy=multi-user.target there.',
      'zh-cn':
        '下次启动后此规则及其后的规则都会丢失：{unit} 本可重新设置，但没有任何单元启动它。请在其中写明 [Install] 和 WantedBy=multi-user.target。',
    },
    runtime: {
      en: 'Without --permanent the next start forgets this change. Add --permanent and reload, or end with firewall-cmd --runtime-to-permanent.',
      'zh-cn':
        '没有 --permanent，下次启动后此更改会丢失。请添加 --permanent 并重新加载，或以 firewall-cmd --runtime-to-permanent 结尾。',
    },
    stored: {
      en: 'This is stored, but not in force before firewalld is reloaded. Add firewall-cmd --reload.',
      'zh-cn': '此更改仅写入永久配置，重新加载 firewalld 之前不生效。请添加 firewall-cmd --reload。',
    },
    save: { en: 'Save the rules at the end: {save}', 'zh-cn': '在最后保存规则：{save}' },
    keep: {
      en: 'Store what is in force at the end (--runtime-to-permanent)',
      'zh-cn': '在最后保存当前生效的规则（--runtime-to-permanent）',
    },
    permanent: { en: 'Add --permanent (takes effect on reload)', 'zh-cn': '添加 --permanent（重新加载后生效）' },
    reload: { en: 'Reload at the end', 'zh-cn': '在最后重新加载' },
  },
  check: {
    deployment(deployment, context) {
      const scripts = deployment
        .own('script')
        .filter(({ run, service, uri }) => run === undefined && service === undefined && uri === deployment.uri);
      for (const script of scripts) {
        reportIptables(script, deployment, context);
        reportFirewalld(script, deployment, context);
      }
    },
  },
};

function reportIptables(script: Script, deployment: Deployment, { report }: RuleContext): void {
  for (const tool of ['iptables', 'nft'] as const) {
    const commands = forgottenCommands(script, tool);
    const [first] = commands;
    if (!first || !isOfHost(deployment.uri, deployment) || runsAtBoot(script, deployment)) continue;
    const unit = idleUnitOf(script, deployment);
    if (unit !== undefined) {
      report({ place: placeOfWords(script, first.words), message: 'idle', data: { unit } });
      continue;
    }
    const save = SAVES[tool];
    const edits = () => (first.wrappers.length > 0 ? undefined : lineBehind(script, commands.at(-1)!, save));
    const fixes = () => [{ safe: false, title: 'save', edits: edits() }];
    report({ place: placeOfWords(script, first.words), message: 'lost', data: { save }, fixes });
  }
}

/** `firewall-cmd` commands that change something, as text without what tells the two stores apart. */
function reportFirewalld(script: Script, deployment: Deployment, { report }: RuleContext): void {
  const all = script.commands.filter(({ name }) => name === 'firewall-cmd');
  const has = ({ words }: ShellCommand, option: RegExp) => words.some(({ resolved }) => option.test(resolved));
  const changes = all.filter((command) => has(command, CHANGES) && !has(command, /^--timeout/));
  if (changes.length === 0 || !isOfHost(deployment.uri, deployment)) return;
  const permanent = changes.filter((command) => has(command, /^--permanent$/));
  const said = ({ words }: ShellCommand) =>
    words
      .flatMap(({ resolved }) => (resolved === '--permanent' ? [] : [resolved]))
      .sort()
      .join(' ');
  const stored = new Set(permanent.map(said));
  const isKept = all.some((command) => has(command, /^--runtime-to-permanent$/));
  const runtime = changes.filter((command) => !permanent.includes(command));
  const lost = isKept ? [] : runtime.filter((command) => !stored.has(said(command)) && !isUnclear(command));
  const isReloaded =
    all.some((command) => has(command, /^--(?:complete-)?reload$/)) || script.commands.some(startsFirewalld);
  const live = new Set(runtime.map(said));
  const idle = isReloaded ? [] : permanent.filter((command) => !live.has(said(command)) && !isUnclear(command));
  for (const command of lost.slice(0, 1)) {
    const at = command.words[0]!;
    // To reload what is stored takes away what is not.
    const keep = () =>
      permanent.length > 0 ? undefined : lineBehind(script, changes.at(-1)!, 'firewall-cmd --runtime-to-permanent');
    const fixes = () => [
      { safe: false, title: 'keep', edits: keep() },
      { safe: false, title: 'permanent', edits: insertAfter(script, command, at, '--permanent') },
    ];
    report({ place: placeOfWords(script, command.words), message: 'runtime', fixes });
  }
  const last = idle.at(-1);
  if (!last) return;
  const edits = () => lineBehind(script, last, 'firewall-cmd --reload');
  report({
    place: placeOfWords(script, last.words),
    message: 'stored',
    fixes: () => [{ safe: false, title: 'reload', edits: edits() }],
  });
}

/** `$OPTIONS` may hold the option. */
const isUnclear = ({ words }: ShellCommand): boolean => words.some(({ open }) => open);

function startsFirewalld(command: ShellCommand): boolean {
  const found = serviceAction(command);
  const isStarted = found?.action === 'start' && found.services.some((word) => serviceName(word) === 'firewalld');
  return isStarted || /^(?:reboot|shutdown)$/.test(command.name) || command.words[1]?.known === 'reboot';
}
