/** MLPS-IMG-004: an image's signature is verified before it runs. */

import { kindRow } from '../../../protocol/fileKinds';
import { placeOfWords, type Script } from '../../documents/shell/script';
import type { ShellCommand } from '../../documents/shell/shellTypes';
import type { Edit } from '../../model/value';
import { goesOn } from '../../readings/goesOn';
import { failureIgnored, type ImageAction, imageAction, namedHere, withTag } from '../../readings/imageCommand';
import type { Rule } from '../rule';

interface Acted {
  command: ShellCommand;
  act: ImageAction;
}

export const verifyImageSignature: Rule = {
  id: 'MLPS-IMG-004',
  name: 'verify-image-signature',
  severity: 'warning',
  profile: 'mlps3',
  kinds: ['ci', 'shell'],
  clauses: ['~8.1.4.6', '~8.2.4.4 b'],
  highRisk: ['~7.4.1.1'],
  triggers: ['~A-32'],
  rows: ['C18', 'C22', 'C91'],
  peers: ['CIS 4.5', 'CIS 4.12', 'DI-0005'],
  title: { en: 'Verify the signature of images', 'zh-cn': '须验证镜像签名' },
  why: {
    en: 'That an image is called signed proves nothing; only a command that fails for a wrong signature does. The clauses ask for trusted verification of what is started.',
    'zh-cn': '声称镜像已签名并不能证明什么；只有签名不符即失败的命令才算验证。条款要求对启动的程序进行可信验证。',
  },
  remedy: {
    en: 'Run `cosign verify --key cosign.pub IMAGE@sha256:…` (or `notation verify`) before the pull, and run the same digest. Docker Content Trust is being retired.',
    'zh-cn':
      '拉取前执行 `cosign verify --key cosign.pub IMAGE@sha256:…`（或 `notation verify`），并运行同一摘要。Docker Content Trust 正在停用。',
  },
  messages: {
    missing: {
      en: 'The image is used and nothing here verifies its signature. Run cosign verify or notation verify before.',
      'zh-cn': '使用了镜像，而此处没有任何命令验证其签名。请先执行 cosign verify 或 notation verify。',
    },
    contentTrust: {
      en: 'Docker Content Trust is the only check of the signature here, and it is being retired. Move to cosign or notation.',
      'zh-cn': '此处仅靠 Docker Content Trust 验证签名，而它正在停用。请改用 cosign 或 notation。',
    },
    ignored: {
      en: 'The outcome of this check is ignored, so a wrong signature stops nothing. Let it fail.',
      'zh-cn': '此校验的结果被忽略，签名错误也不会中止。请让其失败。',
    },
    passed: {
      en: 'A wrong signature stops nothing: without `set -e` the script goes on to the image. End it with `|| exit 1`.',
      'zh-cn': '签名错误也不会中止：没有 `set -e`，脚本会继续使用镜像。请在其后加 `|| exit 1`。',
    },
    exit: { en: 'End the script where the check fails', 'zh-cn': '校验失败时退出脚本' },
    race: {
      en: 'A tag is verified here, and it may be moved before the image is pulled. Verify and run the digest.',
      'zh-cn': '此处验证的是标签，它在拉取之前可能被移动。请验证并运行摘要。',
    },
    insert: { en: 'Verify before, with the key cosign.pub', 'zh-cn': '先用密钥 cosign.pub 验证' },
  },
  check: {
    script(script, { report }) {
      if (script.run) return;
      const acted = script.commands.flatMap((command): Acted[] => {
        const act = imageAction(command);
        return act ? [{ command, act }] : [];
      });
      const checks = acted.filter((a) => a.act.action === 'verify');
      for (const { command, act } of checks) {
        const place = placeOfWords(script, act.words);
        if (failureIgnored(command)) report({ place, message: 'ignored' });
        else if (goesOn(script, command) && acted.some((a) => isUse(script, a) && a.command.start > command.end))
          report({
            place,
            message: 'passed',
            fixes: () => [{ safe: false, title: 'exit', edits: exit(script, command) }],
          });
        else if (act.tool === 'cosign' && byTag(command)) report({ place, message: 'race', severity: 'info' });
      }
      const own = namedHere(script);
      const first = acted.find((a) => isUse(script, a) && !a.command.words.some((w) => own.has(withTag(w.resolved))));
      if (!first || checks.length > 0) return;
      const trust =
        script.commands.some((c) => setsTrust(c)) || /\bDOCKER_CONTENT_TRUST["']?\s*[:=]\s*["']?1/.test(script.text);
      const { words } = first.act;
      report({
        place: placeOfWords(script, words),
        message: trust ? 'contentTrust' : 'missing',
        severity: trust ? 'info' : undefined,
        fixes: trust ? undefined : () => [{ safe: false, title: 'insert', edits: insert(script, first.command) }],
      });
    },
  },
};

/**
 * A pull is a step of its own. A run line in a document only shows how to start, and one by digest
 * runs what was chosen before.
 */
const isUse = ({ kind }: Script, { command, act }: Acted): boolean =>
  act.action === 'pull' ||
  (act.action === 'run' &&
    !kindRow(kind).isDocumentation &&
    !command.words.some((w) => w.open || w.resolved.includes('@sha256:')));

const byTag = ({ words }: ShellCommand): boolean => {
  const image = words.at(-1)!;
  return (
    image.known !== undefined &&
    !image.known.includes('@sha256:') &&
    /[/:]/.test(image.known) &&
    !image.known.startsWith('-')
  );
};

const setsTrust = ({ assignments, words }: ShellCommand): boolean =>
  assignments.some((a) => a.name === 'DOCKER_CONTENT_TRUST' && a.value?.known === '1') ||
  words.some((w) => w.resolved === 'DOCKER_CONTENT_TRUST=1');

const exit = (script: Script, { end, excerpt }: ShellCommand): Edit[] | undefined => {
  const newText = excerpt.write(' || exit 1');
  return newText === undefined ? undefined : [{ uri: script.uri, start: end, end, newText }];
};

/** Only for a digest: what is verified must be what is run. */
function insert(script: Script, command: ShellCommand): Edit[] | undefined {
  const image = command.words.find((w) => /@sha256:[0-9a-f]{64}$/.test(w.known ?? '') && !w.known!.startsWith('-'));
  const newText =
    image && !image.indirect ? command.excerpt.write(`cosign verify --key cosign.pub ${image.known} && `) : undefined;
  const start = command.wrappers[0]?.start ?? command.words[0]!.start;
  return newText === undefined || command.start !== start
    ? undefined
    : [{ uri: script.uri, start, end: start, newText }];
}
