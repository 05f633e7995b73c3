/** How the deployment is brought to a host: what only people can do. */
import { APP_USER, type FileMaker, homeOf, PROXY_IMAGE, PYTHON_IMAGE } from './parts';

export const guide: FileMaker = ({ answers, say }) => {
  const { name, domain } = answers;
  const digests = [answers['python-digest'] ? '' : PYTHON_IMAGE, answers['proxy-digest'] ? '' : PROXY_IMAGE]
    .filter(Boolean)
    .map((image) => `\`${image}\``);
  const lookUp =
    digests.length > 0
      ? say({
          en: `Look up the digest of ${digests.join(' and ')} in your registry and check it: the build wants it as
   a variable of the CI system, compose in \`.env\`. `,
          'zh-cn': `在镜像仓库中查询并核对 ${digests.join('、')} 的摘要：构建时取自 CI 系统的变量，启动时取自 \`.env\`。`,
        })
      : '';
  return {
    path: 'DEPLOYMENT.md',
    text: say({
      en: `# Deployment of ${name}

Made by QR Code Master. \`qr-code-master lint .\` finds nothing in these files; what no file shows stands at the end.

1. The application in \`app/\` reads and makes codes: a start, whose checks of uploads, tokens of forms and records of
   operations belong into your own, too (\`app/app.py\` with \`app\`, a page \`/healthz\`, the settings of \`FLASK_*\`; packages,
   gunicorn among them, in \`requirements.txt\`). User ${APP_USER} writes only to \`/tmp\`, \`logs\` and \`uploads\`.
2. ${lookUp}Make the key pair of cosign, keep the private key in the CI system, and put \`cosign.pub\` here.
3. Copy the folder to \`${homeOf(answers)}\` on the host. Put the certificate of ${domain} into \`tls/server.crt\` and
   \`tls/server.key\`, the one of the log server's authority into \`/etc/docker/log-ca.pem\`, the password of the backups
   into \`restic.password\`; copy \`.env.example\` to \`.env\` and fill it in.
4. On a new host, install Docker, restic, cosign, fail2ban and rsyslog with its TLS module, read \`etc/\`, then run
   \`sh scripts/prepare-host.sh\` as root. Keep a session of SSH open until a second one has worked.
5. Start with \`scripts/deploy.sh\`, and again after every new image.

Not in these files: two factors for administrators (GB/T 22239-2019 8.1.4.1 d), users and rights of the application,
off-site backup in real time (8.1.4.9 b), a scan of uploads for malicious code (8.1.3.4), the emergency plan (8.1.10.13).
`,
      'zh-cn': `# ${name} 部署说明

由 QR Code Master 生成。\`qr-code-master lint .\` 在这些文件中没有发现；文件无法体现的要求列在最后。

1. \`app/\` 中的应用可识别和生成二维码，供起步使用；自己的应用也应具备其中的上传检查、表单令牌和操作记录（\`app/app.py\` 中的
   \`app\`、\`/healthz\` 页面、\`FLASK_*\` 设置；依赖包（含 gunicorn）写入 \`requirements.txt\`）。用户 ${APP_USER} 只能写入 \`/tmp\`、\`logs\` 和 \`uploads\`。
2. ${lookUp}生成 cosign 密钥对，私钥存入 CI 系统，\`cosign.pub\` 放在此处。
3. 将整个目录复制到主机的 \`${homeOf(answers)}\`。${domain} 的证书放入 \`tls/server.crt\` 和 \`tls/server.key\`，日志服务器的 CA 证书放入
   \`/etc/docker/log-ca.pem\`，备份密码放入 \`restic.password\`；将 \`.env.example\` 复制为 \`.env\` 并填写。
4. 在新主机上安装 Docker、restic、cosign、fail2ban 以及带 TLS 模块的 rsyslog，阅读 \`etc/\` 后以 root 执行
   \`sh scripts/prepare-host.sh\`。确认新的 SSH 会话可以登录之前，不要关闭当前会话。
5. 用 \`scripts/deploy.sh\` 启动；镜像更新后再次执行。

这些文件不包含：管理员双因素鉴别（GB/T 22239-2019 8.1.4.1 d）、应用的用户与权限管理、异地实时备份（8.1.4.9 b）、上传文件的恶意代码检测（8.1.3.4）、应急预案（8.1.10.13）。
`,
    }),
  };
};
