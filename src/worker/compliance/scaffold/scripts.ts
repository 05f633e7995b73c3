/** What is run on the host: the firewall, the start, the preparation. */
import { APP_USER, type FileMaker, homeOf, logsOf, PROXY_USER, repositoryOf, VERIFY } from './parts';

/** Published ports pass FORWARD, never INPUT: rules stand in DOCKER-USER and name what was called. */
export const firewall: FileMaker = ({ answers, say }) => ({
  path: 'scripts/firewall.sh',
  isProgram: true,
  text: `#!/bin/sh
# ${say({
    en: 'Who reaches the published port. Docker translates it before INPUT is asked: rules there would do nothing.',
    'zh-cn': '限制谁能访问已发布的端口。Docker 在 INPUT 之前改写地址，写在 INPUT 中的规则不起作用。',
  })}
# ${say({
    en: `Run by ${answers.name}-firewall.service at every start of Docker.`,
    'zh-cn': `由 ${answers.name}-firewall.service 在 Docker 每次启动时执行。`,
  })}
set -eu

iptables -D DOCKER-USER -p tcp -m conntrack --ctorigdst ${answers.listen} --ctorigdstport 443 --ctdir ORIGINAL ! -s ${answers.source} -j DROP 2>/dev/null || true
iptables -I DOCKER-USER -p tcp -m conntrack --ctorigdst ${answers.listen} --ctorigdstport 443 --ctdir ORIGINAL ! -s ${answers.source} -j DROP
`,
});

export const deploy: FileMaker = ({ answers, say }) => ({
  path: 'scripts/deploy.sh',
  isProgram: true,
  text: `#!/bin/sh
# ${say({
    en: 'Starts the service, after the signature and the digest of its image were checked.',
    'zh-cn': '校验镜像签名和摘要后启动服务。',
  })}
set -eu
cd ${homeOf(answers)}
. ./.env

${VERIFY} "${repositoryOf(answers)}@\${APP_DIGEST:?}"
docker pull "${repositoryOf(answers)}@\${APP_DIGEST:?}"
test "$(docker image inspect --format '{{index .RepoDigests 0}}' "${repositoryOf(answers)}@$APP_DIGEST")" = "${repositoryOf(answers)}@\${APP_DIGEST:?}"
docker compose up -d --wait
`,
});

export const backup: FileMaker = ({ answers, say }) => ({
  path: 'scripts/backup.sh',
  isProgram: true,
  text: `#!/bin/sh
# ${say({
    en: 'Settings and logs, encrypted by restic; repository and password stand in the unit. Keep the password in another place, too.',
    'zh-cn': '备份配置和日志，由 restic 加密；仓库和密码文件见单元文件。密码须另行保存一份。',
  })}
set -eu
restic backup --tag ${answers.name} ${homeOf(answers)} ${logsOf(answers)}
restic forget --tag ${answers.name} --keep-daily 14 --keep-weekly 8 --keep-monthly 12 --prune
restic check
`,
});

export const prepare: FileMaker = ({ answers, say }) => ({
  path: 'scripts/prepare-host.sh',
  isProgram: true,
  text: `#!/bin/sh
# ${say({
    en: 'Once on a new host, as root: settings, folders and units. Read etc/ before: it changes SSH, Docker and logging.',
    'zh-cn': '在新主机上以 root 执行一次：安装配置、目录和单元。请先阅读 etc/：它会更改 SSH、Docker 和日志设置。',
  })}
set -eu
# ${say({
    en: 'Mandatory access control is in force: SELinux or AppArmor.',
    'zh-cn': '强制访问控制（SELinux 或 AppArmor）必须已启用。',
  })}
test "$(getenforce 2>/dev/null)" = Enforcing || aa-enabled --quiet
cd ${homeOf(answers)}
chmod 0755 scripts/*.sh
cp -R etc/. /etc/
systemctl daemon-reload
systemctl restart docker

# ${say({
    en: 'Users of containers are shifted on the host (userns-remap in daemon.json).',
    'zh-cn': '容器内的用户在主机上有偏移（daemon.json 中的 userns-remap）。',
  })}
base=$(awk -F: '$1 == "dockremap" { print $2; exit }' /etc/subuid)
test -n "$base"
install -d -m 0750 -o $((base + ${APP_USER})) -g $((base + ${APP_USER})) ${answers.uploads} ${logsOf(answers)}
chown -R $((base + ${PROXY_USER})):$((base + ${PROXY_USER})) tls
chmod 0400 tls/server.key

sshd -t
systemctl reload ssh || systemctl reload sshd
systemctl restart systemd-journald rsyslog fail2ban
systemctl enable --now ${answers.name}-firewall.service ${answers.name}-uploads.timer ${answers.name}-backup.timer
`,
});
