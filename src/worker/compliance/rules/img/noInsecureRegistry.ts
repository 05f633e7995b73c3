/** MLPS-IMG-009: registries are spoken to over verified TLS. */
import { dockerdValues } from '../../documents/dockerd';
import type { Script } from '../../documents/shell/script';
import type { ShellCommand } from '../../documents/shell/shellTypes';
import { removeWord } from '../../documents/shell/wordEdits';
import { child, type YamlNode, type YamlScalar } from '../../documents/yaml/yamlTree';
import { placeIn } from '../../model/value';
import type { Report, Rule } from '../rule';

export const noInsecureRegistry: Rule = {
  id: 'MLPS-IMG-009',
  name: 'no-insecure-registry',
  severity: 'error',
  profile: 'recommended',
  kinds: ['compose', 'run', 'ci', 'shell', 'daemon'],
  clauses: ['8.1.2.2 a', '~8.1.4.1 c', '~8.1.4.7 a'],
  highRisk: ['~6.2.2.1', '~6.4.5.1'],
  triggers: ['~A-24'],
  rows: ['C20'],
  peers: ['CIS 2.5'],
  title: { en: 'Connect to registries over verified TLS', 'zh-cn': '与镜像仓库须使用经校验的 TLS' },
  why: {
    en: 'Without TLS or its check anybody on the way can hand over another image, and read the password of the push. The clauses ask for integrity in transit.',
    'zh-cn': '没有 TLS 或不校验证书时，链路上的任何人都能换掉镜像，并读到推送的密码。条款要求保证传输完整性。',
  },
  remedy: {
    en: "Give the registry a certificate, and put the private authority's into `/etc/docker/certs.d/HOST/ca.crt`. Loopback addresses are accepted.",
    'zh-cn': '请为仓库配置证书，并将私有 CA 放入 `/etc/docker/certs.d/HOST/ca.crt`。回环地址可以接受。',
  },
  messages: {
    insecure: {
      en: '{option} allows connections to the registry without verified TLS. Remove it, and install the certificate of its authority.',
      'zh-cn': '{option} 允许不经校验的 TLS 访问镜像仓库。请移除，并安装其 CA 证书。',
    },
    remove: {
      en: 'Remove {option} (fails if the certificate is not valid)',
      'zh-cn': '移除 {option}（证书无效时将失败）',
    },
  },
  check: {
    script(script, { report }) {
      if (script.run || script.kind === 'compose') return;
      for (const command of script.commands) judgeCommand(script, command, report);
      for (const scalar of serviceCommands(script.pipeline?.root)) {
        const option = insecureOption('dockerd', scalar.text);
        if (option && !LOOPBACK.test(scalar.text.split('=')[1] ?? ''))
          report({ place: scalar.place, message: 'insecure', data: { option } });
      }
    },
    dockerd(dockerd, { report }) {
      // Those of a command line are words of the script.
      for (const { value = '', place } of dockerd.isFile ? dockerdValues(dockerd, 'insecure-registries') : [])
        if (value !== '' && !LOOPBACK.test(value))
          report({ place, message: 'insecure', data: { option: `insecure-registries: ${value}` } });
    },
    container({ command, entrypoint, name }, { report }) {
      for (const value of [...command, ...entrypoint]) {
        const found = /--insecure-registry[= ]?(\S*)/.exec(value.resolved);
        if (found && !LOOPBACK.test(found[1]!))
          report({ place: value.place, message: 'insecure', data: { option: '--insecure-registry' }, service: name });
      }
    },
  },
};

const LOOPBACK = /^["']?(https?:\/\/)?(localhost|127\.\d+\.\d+\.\d+|\[::1\]|::1)([:/,"']|$)/;
const TOOLS =
  /^(docker|dockerd|podman|buildah|skopeo|nerdctl|crane|oras|helm|cosign|notation|buildctl|k3s|ctr|crictl|trivy|grype|syft|regctl|kaniko|executor)$/;

/** @param tool one of `TOOLS` */
function insecureOption(tool: string, text: string): string | undefined {
  const found =
    /^(--(?:src-|dest-)?tls-verify=(?:false|0)|--insecure-registry|--skip-tls-verify(?:-registry|-pull)?|--allow-(?:insecure|http)-registry|--insecure-pull|--insecure-policy)(?:=|$)/i.exec(
      text,
    );
  if (found) return /=(false|0)$/i.test(text) && !/tls-verify=/.test(text) ? undefined : found[1];
  if (/^--(insecure|plain-http)(=true)?$/.test(text) && /^(crane|oras|helm|trivy|notation|regctl|ctr)$/.test(tool))
    return text;
  return /\bregistry\.insecure=true\b/.test(text) ? 'registry.insecure=true' : undefined;
}

function judgeCommand(script: Script, command: ShellCommand, report: (r: Report) => void): void {
  const { name: tool, words } = command;
  const isTool = TOOLS.test(tool);
  const rest = words.slice(1);
  let local: boolean | undefined;
  const isLocal = () => {
    local ??= rest.some((w) => LOOPBACK.test(w.resolved.replace(/^(docker:\/\/|--insecure-registry=)/, '')));
    return local;
  };
  for (const [i, word] of rest.entries()) {
    const option = isTool ? insecureOption(tool, word.resolved) : undefined;
    if (option && option !== '--insecure-policy' && !isLocal()) {
      const alone = option === word.resolved && option !== '--insecure-registry';
      report({
        place: placeIn(script, word),
        message: 'insecure',
        data: { option },
        fixes: () => [{ safe: false, title: 'remove', edits: alone ? removeWord(script, command, word) : undefined }],
      });
    } else if (isTool && word.resolved.startsWith('http://') && isLogin(rest[0]?.resolved, i) && !isLocal()) {
      report({ place: placeIn(script, word), message: 'insecure', data: { option: 'http://' } });
    }
  }
}

const isLogin = (verb: string | undefined, at: number): boolean =>
  at > 0 && /^(login|pull|push|copy)$/.test(verb ?? '');

/** The command of a job's services: GitLab's docker:dind. */
function serviceCommands(root: YamlNode | undefined): YamlScalar[] {
  const jobs = root?.kind === 'map' ? [root, ...root.pairs.map((p) => p.value)] : [];
  return jobs.flatMap((job) => {
    const services = child(job, 'services');
    return (services?.kind === 'list' ? services.items : []).flatMap((service) => {
      const command = child(service, 'command');
      return command?.kind === 'list' ? command.items.filter((item) => item.kind === 'scalar') : [];
    });
  });
}
