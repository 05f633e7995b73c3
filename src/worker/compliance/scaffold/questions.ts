/** What is asked before a deployment is made: each answer goes into the files as it is checked here. */
import type { ScaffoldQuestion } from '../../protocol/scaffold';
import {
  isAddress,
  isDigest,
  isFolder,
  isHostName,
  isName,
  isNetwork,
  isOtherHost,
  isRegistry,
  isRepository,
  isTag,
  isWhole,
} from './answers';

/** A question with the check of its answer. */
interface Question extends ScaffoldQuestion {
  name: QuestionName;
  isAnswer(value: string): boolean;
}

export type QuestionName =
  | 'name'
  | 'registry'
  | 'tag'
  | 'port'
  | 'domain'
  | 'listen'
  | 'source'
  | 'admin'
  | 'log-server'
  | 'uploads'
  | 'upload-size'
  | 'keep-days'
  | 'backup'
  | 'python-digest'
  | 'proxy-digest'
  | 'ci';

const DIGEST = {
  en: 'sha256: and 64 hexadecimal digits, or nothing',
  'zh-cn': '`sha256:` 加 64 位十六进制数字，或留空',
};

/** One less than each, which find is given, is no number that people would mean as such. */
const DAYS = ['1', '3', '7', '10', '14', '30', '60', '90'];

/** In the order in which they are asked. */
export const questions: readonly Question[] = [
  {
    name: 'name',
    label: { en: 'Name of the service', 'zh-cn': '服务名称' },
    about: {
      en: 'Names the container, its image, its folders on the host and its units of systemd.',
      'zh-cn': '用于容器、镜像、主机目录和 systemd 单元的名称。',
    },
    expected: {
      en: 'up to 40 small letters, digits and dashes, a letter first',
      'zh-cn': '不超过 40 个小写字母、数字和连字符，以字母开头',
    },
    initial: 'qrcode-master',
    isAnswer: isName,
  },
  {
    name: 'registry',
    label: { en: 'Registry', 'zh-cn': '镜像仓库' },
    about: {
      en: 'Where the image of the service is pushed to and pulled from, with a folder if it has one.',
      'zh-cn': '推送和拉取服务镜像的仓库地址，可带目录。',
    },
    expected: {
      en: 'a host with a dot or a port, such as registry.example.com/team',
      'zh-cn': '带点号或端口的主机名，如 registry.example.com/team',
    },
    initial: 'registry.example.com',
    isAnswer: isRegistry,
  },
  {
    name: 'tag',
    label: { en: 'Version of the image', 'zh-cn': '镜像版本' },
    about: { en: 'The tag of the image.', 'zh-cn': '镜像的标签。' },
    expected: { en: 'a version such as v1.2.0', 'zh-cn': '版本号，如 v1.2.0' },
    initial: 'v1.2.0',
    isAnswer: isTag,
  },
  {
    name: 'port',
    label: { en: 'Port of the application', 'zh-cn': '应用端口' },
    about: {
      en: 'Where gunicorn listens in the container; it is not published.',
      'zh-cn': '容器内 gunicorn 监听的端口，不对外发布。',
    },
    expected: { en: 'a whole number from 1024 to 65535', 'zh-cn': '1024 到 65535 的整数' },
    initial: '8080',
    isAnswer: (value) => isWhole(value, 1024, 65_535),
  },
  {
    name: 'domain',
    label: { en: 'Domain', 'zh-cn': '域名' },
    about: {
      en: 'The name in the certificate, by which people call the service.',
      'zh-cn': '证书中的名称，用户通过它访问服务。',
    },
    expected: { en: 'a host name such as qrcode.example.com', 'zh-cn': '主机名，如 qrcode.example.com' },
    initial: 'qrcode.example.com',
    isAnswer: isHostName,
  },
  {
    name: 'listen',
    label: { en: 'Address to listen on', 'zh-cn': '监听地址' },
    about: {
      en: 'The inner address of the host, on which the proxy publishes port 443.',
      'zh-cn': '主机的内网地址，反向代理在此发布 443 端口。',
    },
    expected: {
      en: 'an IPv4 address of one interface, such as 192.168.10.5',
      'zh-cn': '某个网卡的 IPv4 地址，如 192.168.10.5',
    },
    initial: '192.168.10.5',
    isAnswer: isAddress,
  },
  {
    name: 'source',
    label: { en: 'Who may use the service', 'zh-cn': '允许访问服务的来源' },
    about: {
      en: 'Address or network; everybody else is turned away by the firewall and by the proxy.',
      'zh-cn': '地址或网段；其余来源由防火墙和反向代理拒绝。',
    },
    expected: {
      en: 'an IPv4 address or a network of /16 or smaller, such as 192.168.10.0/24',
      'zh-cn': 'IPv4 地址，或不大于 /16 的网段，如 192.168.10.0/24',
    },
    initial: '192.168.10.0/24',
    isAnswer: isNetwork,
  },
  {
    name: 'admin',
    label: { en: 'Who may log in by SSH', 'zh-cn': '允许 SSH 登录的来源' },
    about: {
      en: 'Address or network of the administrators; from everywhere else nobody logs in.',
      'zh-cn': '管理员的地址或网段；其他来源一律不能登录。',
    },
    expected: {
      en: 'an IPv4 address or a network of /16 or smaller, such as 192.168.10.50',
      'zh-cn': 'IPv4 地址，或不大于 /16 的网段，如 192.168.10.50',
    },
    initial: '192.168.10.50',
    isAnswer: isNetwork,
  },
  {
    name: 'log-server',
    label: { en: 'Log server', 'zh-cn': '日志服务器' },
    about: {
      en: 'Takes syslog over TLS on port 6514 and keeps the records for at least six months.',
      'zh-cn': '在 6514 端口通过 TLS 接收 syslog，并留存日志至少六个月。',
    },
    expected: { en: 'the name or IPv4 address of another host', 'zh-cn': '另一台主机的主机名或 IPv4 地址' },
    initial: 'logserver.internal',
    isAnswer: isOtherHost,
  },
  {
    name: 'uploads',
    label: { en: 'Folder of uploads on the host', 'zh-cn': '主机上的上传目录' },
    about: {
      en: 'Mounted without execution; a file system of its own is best.',
      'zh-cn': '以禁止执行的方式挂载，最好使用独立的文件系统。',
    },
    expected: {
      en: 'a folder below /srv, /data or /mnt of letters, digits and ._-, such as /srv/qrcode/uploads',
      'zh-cn': '/srv、/data 或 /mnt 下由字母、数字和 ._- 组成的目录，如 /srv/qrcode/uploads',
    },
    initial: '/srv/{name}/uploads',
    isAnswer: isFolder,
  },
  {
    name: 'upload-size',
    label: { en: 'Largest upload in MB', 'zh-cn': '上传大小上限（MB）' },
    about: { en: 'The proxy refuses what is larger.', 'zh-cn': '反向代理拒绝更大的请求。' },
    expected: { en: 'a whole number from 1 to 100', 'zh-cn': '1 到 100 的整数' },
    initial: '10',
    isAnswer: (value) => isWhole(value, 1, 100),
  },
  {
    name: 'keep-days',
    label: { en: 'Days that uploads are kept', 'zh-cn': '上传文件保留天数' },
    about: { en: 'A daily job deletes what is older.', 'zh-cn': '每日任务删除更早的文件。' },
    expected: { en: DAYS.join(', '), 'zh-cn': DAYS.join('、') },
    initial: '7',
    isAnswer: (value) => DAYS.includes(value),
  },
  {
    name: 'backup',
    label: { en: 'Repository of backups', 'zh-cn': '备份仓库' },
    about: {
      en: 'Where restic keeps encrypted backups of settings and logs: another machine.',
      'zh-cn': 'restic 加密备份配置和日志的位置：应为另一台机器。',
    },
    expected: {
      en: 'sftp:user@host:/folder, rest:https://host/folder or s3:https://host/bucket',
      'zh-cn': '`sftp:user@host:/folder`、`rest:https://host/folder` 或 `s3:https://host/bucket`',
    },
    initial: 'sftp:backup@backup.internal:/srv/backup/{name}',
    isAnswer: isRepository,
  },
  {
    name: 'python-digest',
    label: { en: 'Digest of the Python image', 'zh-cn': 'Python 镜像摘要' },
    about: {
      en: 'Of python:3.13-slim, as your registry gives it. Without one the build asks for it.',
      'zh-cn': 'python:3.13-slim 在您的仓库中的摘要。留空则在构建时要求提供。',
    },
    expected: DIGEST,
    initial: '',
    isAnswer: isDigest,
  },
  {
    name: 'proxy-digest',
    label: { en: 'Digest of the nginx image', 'zh-cn': 'nginx 镜像摘要' },
    about: {
      en: 'Of nginxinc/nginx-unprivileged:1.28, as your registry gives it. Without one compose asks for it.',
      'zh-cn': 'nginxinc/nginx-unprivileged:1.28 在您的仓库中的摘要。留空则在启动时要求提供。',
    },
    expected: DIGEST,
    initial: '',
    isAnswer: isDigest,
  },
  {
    name: 'ci',
    label: { en: 'CI system', 'zh-cn': 'CI 系统' },
    about: {
      en: 'What builds, scans and signs the image.',
      'zh-cn': '由它构建、扫描镜像并签名。',
    },
    expected: { en: 'github or gitlab', 'zh-cn': 'github 或 gitlab' },
    initial: 'github',
    choices: ['github', 'gitlab'],
    isAnswer: (value) => value === 'github' || value === 'gitlab',
  },
];
