/** MLPS-IMG-005: a check of an image's hash compares, and can fail. */
import { ENGINES } from '../../documents/dockerCommand/dockerRunOptions';
import type { Script } from '../../documents/shell/script';
import type { ShellCommand, ShellWord } from '../../documents/shell/shellTypes';
import { type Edit, placeIn, UNKNOWN } from '../../model/value';
import type { Rule } from '../rule';

export const noWeakDigestCheck: Rule = {
  id: 'MLPS-IMG-005',
  name: 'no-weak-digest-check',
  severity: 'error',
  profile: 'recommended',
  kinds: ['ci', 'shell'],
  clauses: ['~8.1.4.6', '~8.1.4.7 b'],
  highRisk: ['~7.4.1.1'],
  rows: ['C19', 'C23', 'C24', 'C91'],
  peers: [],
  title: { en: 'Compare the digest, and fail', 'zh-cn': '须比对摘要，不符即失败' },
  why: {
    en: 'To print a line with a hash proves nothing: it succeeds for every image, also for a false one. And `.Id` is the hash of the local configuration, not the digest in the registry.',
    'zh-cn':
      '打印一行哈希不能证明什么：对任何镜像（包括假镜像）都成功。而且 `.Id` 是本地配置的哈希，不是仓库中的摘要。',
  },
  remedy: {
    en: "Pull by digest, or compare `docker image inspect --format '{{index .RepoDigests 0}}' IMAGE` with the stored value and stop if they differ.",
    'zh-cn':
      "请按摘要拉取，或将 `docker image inspect --format '{{index .RepoDigests 0}}' IMAGE` 与保存的值比较，不同则停止。",
  },
  messages: {
    prints: {
      en: 'This prints a hash and compares it with nothing: it succeeds for every image. Compare with the stored digest.',
      'zh-cn': '此处只打印哈希，未与任何值比较：对任何镜像都会成功。请与保存的摘要比较。',
    },
    localId: {
      en: '.Id is the hash of the local configuration, not the digest that the registry gives. Compare .RepoDigests.',
      'zh-cn': '.Id 是本地配置的哈希，不是仓库给出的摘要。请比较 .RepoDigests。',
    },
    compare: { en: 'Compare with the digest in IMAGE_DIGEST', 'zh-cn': '与 IMAGE_DIGEST 中的摘要比较' },
  },
  check: {
    script(script, { report }) {
      if (script.run) return;
      for (const [i, command] of script.commands.entries()) {
        if (!inspects(command)) continue;
        const pipeline = command.pipeline.filter((c) => c.start >= command.start);
        const grep = pipeline.find((c) => c !== command && /^([ef]?grep|findstr|Select-String)$/i.test(c.name));
        if (grep && seeksHash(grep) && command.within !== 'substitution' && !compares(pipeline)) {
          const end = pipeline.at(-1)!.end;
          report({
            place: { uri: script.uri, start: command.start, end },
            message: 'prints',
            fixes: () => [{ safe: false, title: 'compare', edits: compareInstead(script, command, end) }],
          });
        }
        const id =
          command.within === 'substitution'
            ? command.words.find((w) => /^(--format=|-f=)?["']?\{\{ ?\.Id ?\}\}["']?$/.test(w.resolved))
            : undefined;
        const test =
          id &&
          script.commands
            .slice(Math.max(0, i - 50), i)
            .findLast((c) => c.start < command.start && c.end >= command.end);
        if (id && test && /^(\[|\[\[|test)$/.test(test.words[0]?.resolved ?? ''))
          report({ place: placeIn(script, id), message: 'localId', severity: 'warning' });
      }
    },
  },
};

/**
 * `docker inspect`, `docker image inspect`, `docker manifest inspect`, `docker images --digests`.
 */
function inspects({ name, words }: ShellCommand): boolean {
  if (!ENGINES.has(name)) return false;
  const [, first, second] = words.map((w) => w.resolved);
  return (
    first === 'inspect' ||
    first === 'images' ||
    (first === 'manifest' && second === 'inspect') ||
    (first === 'image' && (second === 'inspect' || second === 'ls'))
  );
}

const pattern = ({ words }: ShellCommand): ShellWord | undefined => {
  const option = words.findIndex((w) => /^(-e|--regexp)$/.test(w.resolved));
  return option > 0 ? words[option + 1] : words.slice(1).find((w) => !w.resolved.startsWith('-'));
};

/** A variable or a whole hash in the pattern makes it a comparison. */
const isValue = (text: string): boolean => text.includes(UNKNOWN) || /[0-9a-f]{64}/i.test(text);

const seeksHash = (grep: ShellCommand): boolean => {
  const text = pattern(grep)?.resolved ?? '';
  return /sha256|digest|\bid\b/i.test(text) && !isValue(text);
};

const compares = (pipeline: readonly ShellCommand[]): boolean =>
  pipeline.some((c) => {
    const { name } = c;
    if (
      /^(diff|cmp|comm|xargs|while|read|tee)$/.test(name) ||
      (/^sha\d+sum$/.test(name) && c.words.some((w) => /^-\w*c|--check/.test(w.resolved)))
    )
      return true;
    return (
      /^([ef]?grep|findstr|select-string|awk|jq|python3?)$/i.test(name) &&
      c.words.slice(1).some((w) => isValue(w.resolved) || /^-\w*f\b|^--file/.test(w.resolved))
    );
  });

function compareInstead(script: Script, command: ShellCommand, end: number): Edit[] | undefined {
  const plain = command.words.filter((w) => !w.resolved.startsWith('-'));
  const image = plain.at(-1);
  const verb = plain.findIndex((w) => w.resolved === 'inspect');
  if (
    !image ||
    verb < 0 ||
    plain.length !== verb + 2 ||
    image.known === undefined ||
    image.indirect ||
    command.wrappers.length > 0
  )
    return undefined;
  const engine = command.words[0]!.raw;
  const text = `test "$(${engine} image inspect --format '{{index .RepoDigests 0}}' ${image.raw})" = "\${IMAGE_DIGEST:?}"`;
  const newText = command.excerpt.write(text);
  return newText === undefined ? undefined : [{ uri: script.uri, start: command.start, end, newText }];
}
