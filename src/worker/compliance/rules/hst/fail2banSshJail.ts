/** MLPS-HST-008: whoever guesses at SSH is kept out for a while. */
import { portsOfService } from '../../data/servicePorts';
import type { Deployment } from '../../deployment/deployment';
import {
  type Fail2banConfig,
  type Fail2banSection,
  type Fail2banSetting,
  secondsOfBan,
  settingIn,
} from '../../documents/fail2ban/fail2banConfig';
import { overlap } from '../../documents/firewall/firewallMatch';
import { portsOf } from '../../documents/firewall/firewallWords';
import { lineBehind } from '../../documents/shell/lineBehind';
import type { Script } from '../../documents/shell/script';
import { appendLines, lineBreakOf, lineEndAt } from '../../documents/text/lines';
import type { PublishedPort } from '../../model/container';
import { boundToAllInterfaces, PUBLISHES } from '../../model/port';
import { type Edit, placeIn } from '../../model/value';
import { isOfHost } from '../../readings/hostFirewalls';
import { packageCommandsOf } from '../../readings/packageCommand';
import type { Rule, RuleContext } from '../rule';

const MOST_TRIES = 5;
const LEAST_SECONDS = 600;
const SSH = /^sshd?(?:-\w+)*$/;
const HAS_JAILS = /^\[[\w-]+\]|fail2ban/m;
const JAIL = "printf '[sshd]\\nenabled = true\\n' > /etc/fail2ban/jail.d/sshd.local";

export const fail2banSshJail: Rule = {
  id: 'MLPS-HST-008',
  name: 'fail2ban-ssh-jail',
  severity: 'warning',
  profile: 'mlps3',
  kinds: ['fail2ban', 'shell'],
  clauses: ['8.1.4.1 b'],
  rows: ['C58'],
  peers: [],
  title: { en: 'Ban whoever guesses at SSH', 'zh-cn': '封禁猜测 SSH 密码的来源' },
  why: {
    en: 'fail2ban guards only services whose jail is on, and only with limits that stop somebody. Level 3 asks for handling of failed logins: ending the session, a limit on tries.',
    'zh-cn':
      'fail2ban 只保护已启用 jail 的服务，且限制须足够严格才有作用。等保三级要求具有登录失败处理功能，包括结束会话和限制非法登录次数。',
  },
  remedy: {
    en: 'Write `[sshd]` with `enabled = true`, `maxretry = 5`, `bantime = 10m` or stricter into `jail.local` or `jail.d/sshd.local`. Debian switches that jail on by itself, others do not. Jails for services in containers need `chain = DOCKER-USER`: Docker translates published ports before INPUT is asked, so bans there do nothing.',
    'zh-cn':
      '请在 `jail.local` 或 `jail.d/sshd.local` 中写入 `[sshd]`，并设置 `enabled = true`、`maxretry = 5`、`bantime = 10m` 或更严格的值。Debian 会自动启用该 jail，其他发行版不会。容器中服务的 jail 须设置 `chain = DOCKER-USER`：Docker 会在 INPUT 之前改写已发布端口，写入 INPUT 的封禁不起作用。',
  },
  messages: {
    installed: {
      en: 'fail2ban is installed, but nothing here switches on a jail for SSH. Write [sshd] with enabled = true into /etc/fail2ban/jail.d/sshd.local.',
      'zh-cn':
        '安装了 fail2ban，但此处未启用 SSH 的 jail。请在 /etc/fail2ban/jail.d/sshd.local 中写入 [sshd] 和 enabled = true。',
    },
    missing: {
      en: 'No jail for SSH is switched on. Add [sshd] with enabled = true.',
      'zh-cn': '未启用 SSH 的 jail。请添加 [sshd] 和 enabled = true。',
    },
    off: { en: 'The jail for SSH is off. Write true.', 'zh-cn': 'SSH 的 jail 已关闭。请改为 true。' },
    tries: {
      en: 'Only after {written} failed logins somebody is banned. Write {value}.',
      'zh-cn': '失败登录 {written} 次后才会封禁。请改为 {value}。',
    },
    time: {
      en: 'A ban lasts {written} only, after which the guessing goes on. Write {value}.',
      'zh-cn': '封禁仅持续 {written}，之后可继续猜测。请改为 {value}。',
    },
    chain: {
      en: 'This jail guards a service in a container, but bans in INPUT do nothing for ports that Docker publishes. Write chain = DOCKER-USER.',
      'zh-cn':
        '此 jail 保护容器中的服务，但写入 INPUT 的封禁对 Docker 发布的端口不起作用。请设置 chain = DOCKER-USER。',
    },
    published: { en: 'Published here.', 'zh-cn': '在此发布。' },
    set: { en: 'Write {value}', 'zh-cn': '改为 {value}' },
    add: { en: 'Switch the jail for SSH on', 'zh-cn': '启用 SSH 的 jail' },
    user: { en: 'Ban in DOCKER-USER', 'zh-cn': '在 DOCKER-USER 中封禁' },
  },
  check: {
    deployment(deployment, context) {
      const own = deployment.own('fail2ban');
      for (const config of own) {
        reportLimits(config, context);
        reportJail(config, deployment, context);
        reportChains(config, deployment, context);
      }
      for (const script of deployment.own('script'))
        if (own.length === 0 && script.uri === deployment.uri) reportInstalled(script, deployment, context);
    },
  },
};

const sshJailOf = ({ sections }: Fail2banConfig) => sections.filter(({ name }) => SSH.test(name));
const defaultsOf = ({ sections }: Fail2banConfig) => sections.find(({ name }) => name === 'DEFAULT');
const isTrue = (setting: Fail2banSetting | undefined) => /^(?:true|yes|on|1)$/i.test(setting?.value ?? '');
const isFalse = (setting: Fail2banSetting | undefined) => /^(?:false|no|off|0)$/i.test(setting?.value ?? '');

const setTo = ({ place }: Fail2banSetting, value: string): Edit[] => [{ ...place, newText: value }];

function reportLimits(config: Fail2banConfig, { report }: RuleContext): void {
  const jails = sshJailOf(config);
  const defaults = defaultsOf(config);
  for (const key of ['maxretry', 'bantime']) {
    const inJails = jails.flatMap((jail) => settingIn(jail, key) ?? []);
    const common = settingIn(defaults, key);
    for (const setting of inJails.length > 0 ? inJails : common ? [common] : []) {
      const { place, value: written } = setting;
      const isWrong =
        key === 'maxretry' ? Number(written) > MOST_TRIES : (secondsOfBan(written) ?? LEAST_SECONDS) < LEAST_SECONDS;
      if (!isWrong) continue;
      const value = key === 'maxretry' ? `${MOST_TRIES}` : '10m';
      const fixes = () => [{ safe: false, title: 'set', edits: setTo(setting, value) }];
      report({ place, message: key === 'maxretry' ? 'tries' : 'time', data: { written, value }, fixes });
    }
  }
}

/** A jail that is on, in any file; where a variable decides, it may be. */
const hasSshJail = (configs: readonly Fail2banConfig[]): boolean =>
  configs.some((config) => {
    const common = settingIn(defaultsOf(config), 'enabled');
    return sshJailOf(config).some((jail) => {
      const own = settingIn(jail, 'enabled') ?? common;
      return own !== undefined && !isFalse(own);
    });
  }) || configs.some((config) => isTrue(settingIn(defaultsOf(config), 'enabled')));

function reportJail(config: Fail2banConfig, deployment: Deployment, { report }: RuleContext): void {
  for (const jail of sshJailOf(config)) {
    const enabled = settingIn(jail, 'enabled');
    if (jail.name !== 'sshd' && jail.name !== 'ssh') continue;
    if (!enabled || !isFalse(enabled) || /jail\.conf$/i.test(config.uri)) continue;
    const fixes = () => [{ safe: false, title: 'add', edits: setTo(enabled, 'true') }];
    report({ place: enabled.place, message: 'off', fixes });
    return;
  }
  const [first] = config.sections;
  if (!config.isComplete || !first || hasSshJail(deployment.all('fail2ban', HAS_JAILS))) return;
  const jail = config.sections.find(({ name }) => name === 'sshd');
  const edits = () =>
    jail
      ? behindHead(config, jail, 'enabled = true')
      : appendLines(config.uri, config.text, ['', '[sshd]', 'enabled = true']);
  const fixes = () => [{ safe: false, title: 'add', edits: edits() }];
  report({ place: (jail ?? first).place, message: 'missing', fixes });
}

function behindHead({ uri, text }: Fail2banConfig, { place }: Fail2banSection, line: string): Edit[] {
  const end = lineEndAt(text, place.end);
  return [{ uri, start: end, end, newText: lineBreakOf(text) + line }];
}

/** Bans of services in containers have to stand where their packets pass. */
function reportChains(config: Fail2banConfig, deployment: Deployment, { report }: RuleContext): void {
  const defaults = defaultsOf(config);
  for (const jail of config.sections) {
    if (jail.name === 'DEFAULT' || jail.name === 'INCLUDES' || SSH.test(jail.name)) continue;
    const setting = (key: string) => settingIn(jail, key) ?? settingIn(defaults, key);
    if (!isTrue(setting('enabled'))) continue;
    const chain = setting('chain')?.value ?? 'INPUT';
    const actions = ['action', 'banaction', 'banaction_allports'].map((key) => setting(key)?.value ?? '').join(' ');
    if (chain !== 'INPUT' || /docker|forward|cloudflare|%\(|route/i.test(actions)) continue;
    const isOfContainer = /\/var\/lib\/docker\/|\/docker\//.test(settingIn(jail, 'logpath')?.value ?? '');
    const port = isOfContainer ? undefined : publishedFor(settingIn(jail, 'port')?.value, deployment);
    if (!isOfContainer && !port) continue;
    const own = settingIn(jail, 'chain');
    const edits = () => (own ? setTo(own, 'DOCKER-USER') : behindHead(config, jail, 'chain = DOCKER-USER'));
    const related = port ? [{ place: port.entry.place, message: 'published' }] : [];
    const fixes = () => [{ safe: false, title: 'user', edits: edits() }];
    report({ place: jail.place, message: 'chain', related, fixes });
  }
}

/** `http,https`, `8080`: the published port that it is of. */
function publishedFor(written: string | undefined, deployment: Deployment): PublishedPort | undefined {
  const names = written?.split(',').map((name) => name.trim()) ?? [];
  if (names.length === 0 || !names.every((name) => /^\d+$/.test(name) || portsOfService(name))) return undefined;
  const ports = portsOf(names);
  return deployment
    .all('container', PUBLISHES)
    .flatMap((container) => (container.networkMode ? [] : container.ports))
    .find(
      (port) =>
        boundToAllInterfaces(port) === true &&
        port.hostPorts?.known !== undefined &&
        ports.some((range) => overlap(range, port.hostPorts!.known!)),
    );
}

function reportInstalled(script: Script, deployment: Deployment, { report }: RuleContext): void {
  if (script.run || script.service !== undefined) return;
  for (const { action, packages, command } of packageCommandsOf(script)) {
    const word = action === 'install' ? packages.find(({ known }) => known === 'fail2ban') : undefined;
    if (!word) continue;
    // What it copies or edits there is not in sight, nor what the text tells people to write.
    if (/\/etc\/fail2ban\b|\bjail\.(?:local|d|conf)\b|^\[sshd\]/m.test(script.text)) return;
    if (!isOfHost(script.uri, deployment) || hasSshJail(deployment.all('fail2ban', HAS_JAILS))) return;
    const edits = () => (command.wrappers.length > 0 ? undefined : lineBehind(script, command, JAIL));
    const fixes = () => [{ safe: false, title: 'add', edits: edits() }];
    report({ place: placeIn(script, word), message: 'installed', fixes });
    return;
  }
}
