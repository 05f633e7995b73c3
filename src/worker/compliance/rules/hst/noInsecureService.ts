/** MLPS-HST-007: no service that speaks in clear text is installed or started. */
import { insecurePackage, insecureService } from '../../data/insecureServices';
import { removeWord, replaceWord } from '../../documents/shell/wordEdits';
import { placeIn } from '../../model/value';
import { packageCommandsOf } from '../../readings/packageCommand';
import { serviceAction, serviceName } from '../../readings/serviceAction';
import { IMAGE_KINDS } from '../../ruleKinds';
import type { Rule } from '../rule';

export const noInsecureService: Rule = {
  id: 'MLPS-HST-007',
  name: 'no-insecure-service',
  severity: 'error',
  profile: 'recommended',
  kinds: [...IMAGE_KINDS, 'shell'],
  wider: {
    en: 'Client packages (`telnet`, `ftp`), as information.',
    'zh-cn': '客户端软件包（`telnet`、`ftp`），作为信息。',
  },
  clauses: ['8.1.4.1 c', '8.1.4.4 a', '8.1.4.4 b', '8.1.4.8 a'],
  highRisk: ['6.4.1.2', '6.4.3.1'],
  triggers: ['A-21', 'A-24'],
  rows: ['C54', 'C55'],
  peers: ['package_telnet-server_removed', 'package_vsftpd_removed', 'service_rsh_disabled', 'service_xinetd_disabled'],
  title: { en: 'Run no telnet, FTP, rsh or TFTP', 'zh-cn': '不得运行 telnet、FTP、rsh 或 TFTP' },
  why: {
    en: 'These send names, passwords and files in clear text, and whoever is on the way reads them. Level 3 asks that what a login sends cannot be read, and that services which are not needed are off.',
    'zh-cn':
      '这些服务以明文传输用户名、密码和文件，链路上的任何人都能读取。等保三级要求防止鉴别信息被窃听，并关闭不需要的服务。',
  },
  remedy: {
    en: 'Use SSH for shells, SFTP or HTTPS for files: `systemctl disable --now telnet.socket vsftpd`. FTP with `ssl_enable=YES` and `force_local_logins_ssl=YES` is encrypted: suppress the finding with that reason.',
    'zh-cn':
      '远程登录请使用 SSH，文件传输请使用 SFTP 或 HTTPS：`systemctl disable --now telnet.socket vsftpd`。设置了 `ssl_enable=YES` 和 `force_local_logins_ssl=YES` 的 FTP 已加密：可据此写明理由并抑制。',
  },
  messages: {
    started: {
      en: '{service} is started here: it sends passwords and data in clear text. Disable it, and use SSH or SFTP.',
      'zh-cn': '此处启动了 {service}：它以明文传输密码和数据。请禁用，并使用 SSH 或 SFTP。',
    },
    installed: {
      en: '{service} is installed here: it sends passwords and data in clear text. Leave it out, and use SSH or SFTP.',
      'zh-cn': '此处安装了 {service}：它以明文传输密码和数据。请去掉，并使用 SSH 或 SFTP。',
    },
    client: {
      en: '{service} connects to services that speak in clear text. Leave it out where nobody needs it.',
      'zh-cn': '{service} 用于连接明文服务。如无必要请去掉。',
    },
    image: {
      en: 'The service {service} sends passwords and data in clear text. Use SFTP or HTTPS instead.',
      'zh-cn': '服务 {service} 以明文传输密码和数据。请改用 SFTP 或 HTTPS。',
    },
    disable: { en: 'Disable it instead (clients can no longer connect)', 'zh-cn': '改为禁用（客户端将无法连接）' },
    drop: { en: 'Do not install {service}', 'zh-cn': '不安装 {service}' },
  },
  check: {
    script(script, { report }) {
      // Packages of an image are MLPS-BLD-006's.
      if (script.run || script.service) return;
      const removed = new Set<string>();
      for (const { action, packages } of packageCommandsOf(script))
        if (action === 'remove') for (const word of packages) removed.add(word.resolved);
      for (const { action, packages, command, family } of packageCommandsOf(script)) {
        if (action !== 'install' || family === 'pip') continue;
        const keeps = packages.some(({ resolved }) => !insecurePackage(resolved));
        for (const word of packages) {
          const service = word.resolved;
          const part = insecurePackage(service);
          if (!part || removed.has(service)) continue;
          const place = placeIn(script, word);
          const edits = () => (keeps ? removeWord(script, command, word) : undefined);
          const fixes = () => [{ safe: false, title: 'drop', edits: edits() }];
          if (part === 'server') report({ place, message: 'installed', data: { service }, fixes });
          else report({ place, message: 'client', data: { service }, fixes, severity: 'info', profile: 'mlps3' });
        }
      }
      for (const command of script.commands) {
        const found = serviceAction(command);
        if (found?.action !== 'enable' && found?.action !== 'start') continue;
        const word =
          found.verb.known === 'unmask' ? undefined : found.services.find((w) => insecureService(serviceName(w)));
        if (!word) continue;
        const edits = () =>
          found.verb.known === 'enable' && found.services.length === 1
            ? replaceWord(script, command, found.verb, 'disable')
            : undefined;
        const fixes = () => [{ safe: false, title: 'disable', edits: edits() }];
        report({ place: placeIn(script, word), message: 'started', data: { service: word.resolved }, fixes });
      }
    },
    image({ reference: { path = '' }, value, service }, { report }) {
      const name = path.slice(path.lastIndexOf('/') + 1).replace(/^docker-/, '');
      if (!insecureService(name)) return;
      report({ place: value.place, message: 'image', data: { service: name }, service });
    },
  },
};
