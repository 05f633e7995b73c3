/** The CI job: built from pinned images, scanned before it gets out, signed, scanned again weekly. */
import { type FileMaker, type Parts, PYTHON_IMAGE, repositoryOf, VERIFY } from './parts';

export const pipeline: FileMaker = (parts) => (parts.answers.ci === 'gitlab' ? gitlab(parts) : github(parts));

const WEEKLY = '0 3 * * 1';

/** Where the build is not given the digest, it asks the CI system's variables for it. */
const buildArgument = ({ answers }: Parts): string =>
  answers['python-digest'] ? '' : '--build-arg PYTHON_DIGEST="${PYTHON_DIGEST:?}" ';

const scanOf = (image: string): string => `trivy image --exit-code 1 --severity HIGH,CRITICAL ${image}`;

const about = ({ answers, say }: Parts): string =>
  answers['python-digest']
    ? say({
        en: 'The key that signs is a variable of the CI system, protected and masked.',
        'zh-cn': '签名密钥是 CI 系统的变量，须设为受保护和隐藏。',
      })
    : say({
        en: `The digest of ${PYTHON_IMAGE} is a variable of the CI system; the key that signs, too, protected and masked.`,
        'zh-cn': `${PYTHON_IMAGE} 的摘要是 CI 系统的变量；签名密钥也是，须设为受保护和隐藏。`,
      });

const github = (parts: Parts) => {
  const { answers, say } = parts;
  return {
    path: '.github/workflows/image.yml',
    text: `# ${about(parts)}
# ${say({
      en: 'The runner needs docker, trivy and cosign.',
      'zh-cn': '运行器须安装 docker、trivy 和 cosign。',
    })}
name: image
on:
  push:
    tags: ["v*"]
  schedule:
    - cron: "${WEEKLY}"
permissions:
  contents: read
env:
  IMAGE: ${repositoryOf(answers)}:\${{ github.ref_name }}
jobs:
  publish:
    if: github.event_name == 'push'
    runs-on: self-hosted
    env:
${answers['python-digest'] ? '' : '      PYTHON_DIGEST: ${{ vars.PYTHON_DIGEST }}\n'}      COSIGN_PRIVATE_KEY: \${{ secrets.COSIGN_PRIVATE_KEY }}
      COSIGN_PASSWORD: \${{ secrets.COSIGN_PASSWORD }}
    steps:
      - uses: actions/checkout@v4
      - run: docker build --pull ${buildArgument(parts)}-t "$IMAGE" .
      - run: ${scanOf('"$IMAGE"')}
      - run: docker push "$IMAGE"
      - run: cosign sign --yes --tlog-upload=false --key env://COSIGN_PRIVATE_KEY "$(docker image inspect --format '{{index .RepoDigests 0}}' "$IMAGE")"
      - run: docker image inspect --format '{{index .RepoDigests 0}}' "$IMAGE" | sed 's/.*@/APP_DIGEST=/'
  rescan:
    if: github.event_name == 'schedule'
    runs-on: self-hosted
    env:
      # ${say({
        en: 'What runs at present: the same digest as in .env on the host.',
        'zh-cn': '当前运行的镜像：与主机上 .env 中的摘要一致。',
      })}
      APP_DIGEST: \${{ vars.APP_DIGEST }}
    steps:
      - uses: actions/checkout@v4
      - run: ${VERIFY} "${repositoryOf(answers)}@\${APP_DIGEST:?}"
      - run: docker pull "${repositoryOf(answers)}@\${APP_DIGEST:?}"
      - run: test "$(docker image inspect --format '{{index .RepoDigests 0}}' "${repositoryOf(answers)}@$APP_DIGEST")" = "${repositoryOf(answers)}@\${APP_DIGEST:?}"
      - run: ${scanOf(`"${repositoryOf(answers)}@\${APP_DIGEST:?}"`)}
`,
  };
};

const gitlab = (parts: Parts) => {
  const { answers, say } = parts;
  return {
    path: '.gitlab-ci.yml',
    text: `# ${about(parts)}
# ${say({
      en: 'The runner needs docker, trivy and cosign. Make a weekly schedule of pipelines in GitLab: it runs the second job.',
      'zh-cn': '运行器须安装 docker、trivy 和 cosign。请在 GitLab 中建立每周的流水线计划：它运行第二个作业。',
    })}
variables:
  IMAGE: ${repositoryOf(answers)}:$CI_COMMIT_TAG

publish:
  rules:
    - if: $CI_COMMIT_TAG
  script:
    - docker build --pull ${buildArgument(parts)}-t "$IMAGE" .
    - ${scanOf('"$IMAGE"')}
    - docker push "$IMAGE"
    - cosign sign --yes --tlog-upload=false --key env://COSIGN_PRIVATE_KEY "$(docker image inspect --format '{{index .RepoDigests 0}}' "$IMAGE")"
    - docker image inspect --format '{{index .RepoDigests 0}}' "$IMAGE" | sed 's/.*@/APP_DIGEST=/'

rescan:
  rules:
    - if: $CI_PIPELINE_SOURCE == "schedule"
  script:
    # ${say({
      en: 'APP_DIGEST, a variable of the CI system: what runs at present, as in .env on the host.',
      'zh-cn': 'APP_DIGEST 是 CI 系统的变量：当前运行的镜像，与主机上的 .env 一致。',
    })}
    - ${VERIFY} "${repositoryOf(answers)}@\${APP_DIGEST:?}"
    - docker pull "${repositoryOf(answers)}@\${APP_DIGEST:?}"
    - test "$(docker image inspect --format '{{index .RepoDigests 0}}' "${repositoryOf(answers)}@$APP_DIGEST")" = "${repositoryOf(answers)}@\${APP_DIGEST:?}"
    - ${scanOf(`"${repositoryOf(answers)}@\${APP_DIGEST:?}"`)}
`,
  };
};
