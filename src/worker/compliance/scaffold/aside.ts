/** What stands beside: what git and the build leave out, the settings asked for, the configuration. */
import { openAttestations } from './attestations';
import { type FileMaker, imageOf, PROXY_IMAGE, PYTHON_IMAGE } from './parts';

export const gitignore: FileMaker = ({ say }) => ({
  path: '.gitignore',
  text: `# ${say({ en: 'Secrets stay on the host.', 'zh-cn': '机密只留在主机上。' })}
.env
.env.*
!.env.example
tls/
restic.password
*.key
*.pem
__pycache__/
`,
});

export const dockerignore: FileMaker = ({ say }) => ({
  path: '.dockerignore',
  text: `# ${say({ en: 'Only what the image needs.', 'zh-cn': '只放入镜像所需的文件。' })}
*
!app/
!requirements.txt
**/__pycache__/
**/.env*
**/*.key
**/*.pem
`,
});

export const envExample: FileMaker = ({ answers, say }) => ({
  path: '.env.example',
  text: `# ${say({
    en: 'Copy to .env, mode 0600, and fill in. A digest is shown by: docker buildx imagetools inspect NAME:TAG',
    'zh-cn': '复制为 .env（权限 0600）并填写。查看摘要：`docker buildx imagetools inspect NAME:TAG`',
  })}
# ${say({ en: `Of ${imageOf(answers)}, as the CI job tells it`, 'zh-cn': `${imageOf(answers)} 的摘要，由 CI 作业给出` })}
APP_DIGEST=
${
  answers['proxy-digest']
    ? ''
    : `# ${say({ en: `Of ${PROXY_IMAGE}`, 'zh-cn': `${PROXY_IMAGE} 的摘要` })}
PROXY_DIGEST=
`
}# ${say({ en: 'openssl rand -hex 32', 'zh-cn': '用 openssl rand -hex 32 生成' })}
FLASK_SECRET_KEY=
`,
});

export const configuration: FileMaker = ({ answers, say }) => ({
  path: '.qrcodemaster.yaml',
  text: `# ${say({
    en: 'These files are checked by the whole checklist of MLPS level 3.',
    'zh-cn': '按等保三级的完整清单检查这些文件。',
  })}
profile: mlps3
rules:
  MLPS-IMG-003:
    options:
      registries:
        - ${answers.registry}
        - docker.io/library/${PYTHON_IMAGE.replace(/:.*/, '')}
        - docker.io/${PROXY_IMAGE.replace(/:.*/, '')}
  # ${say({ en: 'The service needs no model: one that gets into the image is told.', 'zh-cn': '服务不依赖模型：镜像中出现模型文件时会报告。' })}
  MLPS-BLD-013:
    severity: warning
${openAttestations(say)}`,
});
