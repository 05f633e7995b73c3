/** MLPS-UPL-007: old uploads are removed by a job. */
import type { Deployment } from '../../deployment/deployment';
import type { Script } from '../../documents/shell/script';
import { appendLines } from '../../documents/text/lines';
import { resolveBeside, type WorkspaceFiles } from '../../files';
import { isDocumentation } from '../../kindOf';
import type { Container } from '../../model/container';
import { isDevelopmentFile } from '../../model/developmentFile';
import { isAside } from '../../model/filePurpose';
import type { Mount } from '../../model/mount';
import { isUploads } from '../../model/uploads';
import { idleTimerOf } from '../../readings/scheduledScript';
import { timersOf } from '../../readings/startedUnits';
import { CONTAINER_KINDS } from '../../ruleKinds';
import type { Rule } from '../rule';

const CLEANS = /^(?:find|fd|tmpreaper|tmpwatch|rm|unlink)$/;
const ABOUT = /upload/i;
const REMOVES = /\b(?:find|fd|tmpreaper|tmpwatch|rm|unlink)\b/;

export const uploadCleanupScheduled: Rule = {
  id: 'MLPS-UPL-007',
  name: 'upload-cleanup-scheduled',
  severity: 'info',
  profile: 'mlps3',
  kinds: CONTAINER_KINDS,
  clauses: ['~8.1.4.10 b', '~8.1.4.11 a'],
  rows: ['C53', 'C91'],
  peers: [],
  title: { en: 'Remove old uploads on a schedule', 'zh-cn': '上传文件须定期清理' },
  why: {
    en: 'Uploads that are kept for ever fill the disk, and what people have put in them stays for whoever breaks in. Level 3 asks that only data which is needed is kept, and that it is cleared.',
    'zh-cn':
      '长期保留的上传文件会占满磁盘，其中的内容也会留给入侵者。等保三级要求仅保存业务必需的个人信息，并清除不再需要的数据。',
  },
  remedy: {
    en: 'Run `find /srv/uploads -xdev -type f -mtime +6 -delete` daily by cron or a timer, let systemd-tmpfiles do it (`d /srv/uploads 0750 app app 7d`), or keep uploads in a tmpfs.',
    'zh-cn':
      '请通过 cron 或 timer 每天运行 `find /srv/uploads -xdev -type f -mtime +6 -delete`，或使用 systemd-tmpfiles（`d /srv/uploads 0750 app app 7d`），或将上传目录放在 tmpfs 中。',
  },
  messages: {
    missing: {
      en: 'No job in these files removes old files from {path}. Add one that runs daily.',
      'zh-cn': '这些文件中没有任务清理 {path} 中的旧文件。请添加每日任务。',
    },
    idle: {
      en: 'The job that removes old files from {path} does not run: nothing starts {timer}. Write [Install] with WantedBy=timers.target there.',
      'zh-cn':
        '清理 {path} 中旧文件的任务不会运行：没有任何单元启动 {timer}。请在其中写明 [Install] 和 WantedBy=timers.target。',
    },
    add: {
      en: 'Write a daily job into the crontab beside this file (deletes what is older than seven days)',
      'zh-cn': '在同目录的 crontab 中写入每日任务（删除超过七天的文件）',
    },
  },
  check: {
    deployment(deployment, { purpose, containers, files, report }) {
      // A page is no deployment.
      if (isAside(purpose) || isDevelopmentFile(deployment.uri) || isDocumentation(deployment.uri)) return;
      const kept = containers.flatMap((container) => uploadsOf(container).map((mount) => ({ container, mount })));
      if (kept.length === 0) return;
      const cleaners = cleanersOf(
        deployment,
        kept.map(({ mount }) => mount),
      );
      if (cleaners === 'tmpfiles' || cleaners.some((script) => isRun(script, deployment))) return;
      const { container, mount } = kept[0]!;
      const path = mount.target!.resolved;
      const base = { place: mount.entry.place, service: container.name };
      const timer = cleaners.flatMap((script) => idleTimerOf(script, deployment) ?? [])[0];
      if (timer !== undefined) report({ ...base, message: 'idle', data: { path, timer } });
      else
        report({
          ...base,
          message: 'missing',
          data: { path },
          fixes: () => [{ safe: false, title: 'add', edits: job(deployment.uri, mount, files) }],
        });
    },
  },
};

const uploadsOf = ({ mounts, server, attended, development }: Container): Mount[] =>
  server && !attended && !development
    ? mounts.filter(
        ({ type, readOnly, target, source }) =>
          (type === 'bind' || type === 'volume') &&
          readOnly !== true &&
          target?.known !== undefined &&
          [target, source].some((value) => value && isUploads(value.resolved)),
      )
    : [];

const isRun = (script: Script, deployment: Deployment): boolean =>
  script.kind !== 'systemd' || timersOf(script, deployment).length > 0;

/**
 * Scripts with a command that removes files there (a unit of systemd has to be started by a timer),
 * or an age of systemd-tmpfiles.
 */
function cleanersOf(deployment: Deployment, kept: readonly Mount[]): 'tmpfiles' | Script[] {
  if (deployment.all('tmpfile', ABOUT).some(({ path, hasAge }) => hasAge && isUploads(path))) return 'tmpfiles';
  // Another container may have the same folder under another path.
  const sources = new Set(kept.map(({ source }) => source?.known));
  const shared = deployment
    .all('container', ABOUT)
    .flatMap(({ mounts }) =>
      mounts.flatMap(({ source, target }) => (sources.has(source?.known) ? (target?.known ?? []) : [])),
    );
  const mounted = [...sources].flatMap((source) => (source?.startsWith('/') ? source : []));
  const removes = ({ commands, service }: Script): boolean => {
    const folders = new Set([...mounted, ...(service !== undefined ? shared : [])]);
    return commands.some(({ words }) => {
      const at = words.findIndex(({ known }) => CLEANS.test(known?.replace(/^.*\//, '') ?? ''));
      const rest = at < 0 ? [] : words.slice(at + 1);
      return rest.some(({ raw, resolved }) => ABOUT.test(raw) || isUploads(resolved) || isIn(folders, resolved));
    });
  };
  return deployment.all('script', REMOVES).filter(removes);
}

/** Of what Linux takes for a path. */
const MAX_PATH = 4096;

function isIn(folders: ReadonlySet<string>, path: string): boolean {
  if (path.length > MAX_PATH) return false;
  for (let end = path.length; end > 0; end = path.lastIndexOf('/', end - 1))
    if (folders.has(path.slice(0, end))) return true;
  return false;
}

function job(uri: string, { type, source }: Mount, files: WorkspaceFiles) {
  const path = type === 'bind' ? source?.known : undefined;
  const crontab = resolveBeside(uri, 'crontab');
  if (!path?.startsWith('/') || /[\s'"%$]/.test(path) || crontab === undefined || files.isEditable?.(crontab) === false)
    return undefined;
  const text = files.text(crontab);
  if (text === undefined) return undefined;
  return appendLines(crontab, text, [`0 2 * * * find ${path} -xdev -type f -mtime +6 -delete`]);
}
