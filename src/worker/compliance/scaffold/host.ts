/** Settings of the host: SSH, fail2ban, the Docker daemon. */
import type { FileMaker } from './parts';

export const sshd: FileMaker = ({ answers, say }) => ({
  path: 'etc/ssh/sshd_config.d/10-hardening.conf',
  text: `# ${say({
    en: 'Keys alone; keyboard-interactive would ask for the password once more. Try a second session before the first one is closed.',
    'zh-cn': '仅允许密钥登录；不关闭 keyboard-interactive 仍会询问密码。关闭当前会话前，请先用另一会话验证。',
  })}
PermitRootLogin no
PasswordAuthentication no
KbdInteractiveAuthentication no
PermitEmptyPasswords no
PubkeyAuthentication yes
AllowUsers *@${answers.admin}
MaxAuthTries 4
LoginGraceTime 60
ClientAliveInterval 300
ClientAliveCountMax 2
X11Forwarding no
`,
});

export const fail2ban: FileMaker = ({ say }) => ({
  path: 'etc/fail2ban/jail.d/sshd.local',
  text: `# ${say({
    en: 'Whoever fails five times is banned for an hour.',
    'zh-cn': '失败五次的来源封禁一小时。',
  })}
[sshd]
enabled = true
maxretry = 5
findtime = 10m
bantime = 1h
`,
});

export const daemon: FileMaker = ({ answers }) => ({
  path: 'etc/docker/daemon.json',
  text: `${JSON.stringify(
    {
      'no-new-privileges': true,
      'userns-remap': 'default',
      'live-restore': true,
      'userland-proxy': false,
      icc: false,
      'log-driver': 'syslog',
      'log-opts': {
        'syslog-address': `tcp+tls://${answers['log-server']}:6514`,
        'syslog-tls-ca-cert': '/etc/docker/log-ca.pem',
        mode: 'non-blocking',
        'max-buffer-size': '4m',
        tag: '{{.Name}}',
      },
    },
    undefined,
    2,
  )}\n`,
});
