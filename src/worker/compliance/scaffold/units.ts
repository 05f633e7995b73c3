/** Units of systemd: the firewall at every start, uploads and backups every night. */
import type { ScaffoldFile } from '../../protocol/scaffold';
import { homeOf, type Parts } from './parts';

const FOLDER = 'etc/systemd/system';

export function units({ answers, say }: Parts): ScaffoldFile[] {
  const { name } = answers;
  const unit = (ending: string, text: string) => ({ path: `${FOLDER}/${name}-${ending}`, text });
  const nightly = (what: string, time: string) => `[Unit]
Description=${what}

[Timer]
OnCalendar=*-*-* ${time}
RandomizedDelaySec=10m
Persistent=true

[Install]
WantedBy=timers.target
`;
  return [
    unit(
      'firewall.service',
      `[Unit]
Description=Firewall of ${name}
After=docker.service
PartOf=docker.service

[Service]
Type=oneshot
RemainAfterExit=yes
ExecStart=${homeOf(answers)}/scripts/firewall.sh

[Install]
WantedBy=multi-user.target docker.service
`,
    ),
    unit(
      'uploads.service',
      `[Unit]
Description=Remove old uploads of ${name}

[Service]
Type=oneshot
# ${say({
        en: `Older than ${answers['keep-days']} days: -mtime +N means more than N whole days. What is removed is logged.`,
        'zh-cn': `删除超过 ${answers['keep-days']} 天的文件：-mtime +N 表示多于 N 个整天。删除的文件会被记录。`,
      })}
ExecStart=/usr/bin/find ${answers.uploads} -xdev -type f -mtime +${Number(answers['keep-days']) - 1} -print -delete
`,
    ),
    unit('uploads.timer', nightly(`Old uploads of ${name}, every night`, '02:00:00')),
    unit(
      'backup.service',
      `[Unit]
Description=Backup of ${name}
Wants=network-online.target
After=network-online.target

[Service]
Type=oneshot
Environment=RESTIC_REPOSITORY=${answers.backup}
Environment=RESTIC_PASSWORD_FILE=${homeOf(answers)}/restic.password
Environment=RESTIC_CACHE_DIR=/var/cache/restic
ExecStart=${homeOf(answers)}/scripts/backup.sh
`,
    ),
    unit('backup.timer', nightly(`Backup of ${name}, every night`, '03:00:00')),
  ];
}
