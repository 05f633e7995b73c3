/** MLPS-OPS-001: something backs up the data and the settings of the deployment. */
import type { Deployment } from '../../deployment/deployment';
import { fileName } from '../../files';
import { isDocumentation } from '../../kindOf';
import type { Container } from '../../model/container';
import { isDevelopmentFile } from '../../model/developmentFile';
import { isAside } from '../../model/filePurpose';
import { referenceOf } from '../../model/imageReference';
import type { Mount } from '../../model/mount';
import { copiesData, isBackupImage, makesBackups } from '../../readings/backupCommand';
import { idleTimerOf, isScheduled } from '../../readings/scheduledScript';
import { unsetVariable } from '../../readings/unsetVariable';
import type { Rule } from '../rule';

const ABOUT = /back-?up|备份|dump|restic|borg|duplicity|kopia|rsync|rclone|\btar\b|snapshot/i;
/** Holds nothing that is worth keeping, or is of the host. */
const NO_DATA =
  /cache|tmp|temp|\/run\/|\.sock|node_modules|initdb|^\/(?:etc|proc|sys|dev|usr|lib)(?:\/|$)|certs?$|\.(?:conf|ya?ml|json|toml|ini|env|sh|sql)$/i;

export const backupScheduled: Rule = {
  id: 'MLPS-OPS-001',
  name: 'backup-scheduled',
  severity: 'info',
  profile: 'mlps3',
  kinds: ['compose'],
  clauses: ['~8.1.4.3 c', '8.1.4.9 a', '~8.1.10.11 b'],
  highRisk: ['~6.4.6.1'],
  triggers: ['~A-26'],
  rows: ['C87'],
  peers: [],
  title: { en: 'Back up on a schedule', 'zh-cn': '须定期备份' },
  why: {
    en: 'A disk that fails, a wrong command or an extortionist takes data, settings and logs together. Level 3 asks for a local backup of important data that can be restored.',
    'zh-cn': '磁盘损坏、误操作或勒索都会让数据、配置和日志一并丢失。等保三级要求对重要数据进行本地备份并能够恢复。',
  },
  remedy: {
    en: 'Run restic, borg or a dump by a timer, cron or a container beside the others, encrypted (MLPS-OPS-002), and try a restore. A copy on the same disk is not the off-site one that 8.1.4.9 b asks for. Where backups are made elsewhere, suppress this with the reason.',
    'zh-cn':
      '请通过 timer、cron 或旁路容器定期运行 restic、borg 或数据库导出，加密保存（MLPS-OPS-002），并演练恢复。存放在同一磁盘上的副本不满足 8.1.4.9 b 的异地备份要求。备份在别处进行的，请写明理由后抑制。',
  },
  messages: {
    missing: {
      en: 'Nothing in these files backs up {path} (nor the settings and logs). Add a scheduled, encrypted backup, or say where it is made.',
      'zh-cn': '这些文件中没有任务备份 {path}（以及配置和日志）。请添加定期的加密备份，或说明备份在何处进行。',
    },
    idle: {
      en: '{file} makes backups, but nothing starts {timer}, which would run it. Write [Install] with WantedBy=timers.target there.',
      'zh-cn':
        '{file} 会进行备份，但没有任何单元启动 {timer}，因此不会运行。请在其中写明 [Install] 和 WantedBy=timers.target。',
    },
    unset: {
      en: '{file} runs on a schedule, but nothing that starts it sets {variable}: it ends with an error each time, and nothing is backed up.',
      'zh-cn': '{file} 会定期运行，但启动它的单元没有设置 {variable}：每次都会出错退出，什么也没有备份。',
    },
    unscheduled: {
      en: '{file} makes backups, but nothing in these files runs it on a schedule. Add a timer or a line of cron, or say what starts it.',
      'zh-cn': '{file} 会进行备份，但这些文件中没有任务定期运行它。请添加 timer 或 cron 任务，或说明由什么启动它。',
    },
  },
  check: {
    deployment(deployment, { purpose, containers, report }) {
      // A page is no deployment.
      if (isAside(purpose) || isDevelopmentFile(deployment.uri) || isDocumentation(deployment.uri)) return;
      const kept = containers.flatMap((container) => dataOf(container)).at(0);
      if (!kept || hasSidecar(deployment)) return;
      const about = deployment.all('script', ABOUT);
      const scripts = about.filter((script) => makesBackups(script, about));
      const scheduled = scripts.filter((script) => isScheduled(script, deployment));
      const direct = scheduled.filter(copiesData);
      const unset = (direct.length > 0 ? direct : scheduled).map((script) => unsetVariable(script, deployment));
      if (unset.includes(undefined)) return;
      // One per deployment: of its first file that keeps data.
      const all = deployment.all('container', /volumes/);
      const first = all.filter(({ origin }) => origin === 'compose').flatMap((c) => dataOf(c).map(() => c.anchor.uri));
      if (first.some((uri) => uri < deployment.uri)) return;
      const timer = scripts.flatMap((each) => idleTimerOf(each, deployment) ?? [])[0];
      const [script] = direct.length > 0 ? direct : scripts;
      const [variable] = unset;
      const message = variable ? 'unset' : timer ? 'idle' : script ? 'unscheduled' : 'missing';
      report({
        place: kept.entry.place,
        message,
        data: {
          path: kept.target!.resolved,
          file: script ? fileName(script.uri) : '',
          timer: timer ?? '',
          variable: variable ?? '',
        },
      });
    },
  },
};

/** What a server keeps on a volume or in a folder of the host. */
const dataOf = ({ mounts, server, complete, development }: Container): Mount[] =>
  server && complete && !development
    ? mounts.filter(
        ({ type, readOnly, target, source }) =>
          (type === 'volume' || type === 'bind') &&
          readOnly !== true &&
          target?.known !== undefined &&
          source?.known !== undefined &&
          !NO_DATA.test(target.known) &&
          !(type === 'bind' && NO_DATA.test(source.known)),
      )
    : [];

const hasSidecar = (deployment: Deployment): boolean =>
  deployment.all('container', ABOUT).some(({ image }) => image && isBackupImage(referenceOf(image).path ?? ''));
