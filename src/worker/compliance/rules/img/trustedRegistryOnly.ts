/** MLPS-IMG-003: images come from registries that are trusted by name. */
import { withoutEnd } from '../../../text/withoutEnd';
import { matchesGlob } from '../../glob';
import { IMAGE_KINDS } from '../../ruleKinds';
import type { Rule } from '../rule';
import { textList } from '../textList';

export const trustedRegistryOnly: Rule = {
  id: 'MLPS-IMG-003',
  name: 'trusted-registry-only',
  severity: 'warning',
  profile: 'mlps3',
  kinds: IMAGE_KINDS,
  clauses: ['~8.1.4.5', '~8.1.4.6'],
  triggers: ['~A-32'],
  rows: ['C20'],
  peers: ['DL3026', 'CIS 4.2', 'DI-0002'],
  options: {
    registries: {
      default: [],
      description: {
        en: 'Registries that are trusted, such as `registry.example.com`, `*.example.com`, or `docker.io/library` for a part of one. Empty: every registry.',
        'zh-cn':
          '可信的镜像仓库，如 `registry.example.com`、`*.example.com`，或用 `docker.io/library` 表示其中一部分。为空表示不限制。',
      },
    },
  },
  title: { en: 'Pull only from trusted registries', 'zh-cn': '只从可信镜像仓库拉取' },
  why: {
    en: 'Anybody may publish an image under a name that looks right. The clauses ask that products be bought and used as the rules of the organisation allow.',
    'zh-cn': '任何人都能以看似正确的名称发布镜像。条款要求产品的采购和使用符合规定。',
  },
  remedy: {
    en: 'Mirror the image to a registry on the list, scan it there, and name it from there; or add its registry to the option `registries`.',
    'zh-cn': '请将镜像同步到名单中的仓库，扫描后从那里引用；或把该仓库加入选项 `registries`。',
  },
  messages: {
    foreign: {
      en: 'The registry {registry} is not on the list of trusted ones. Use a mirror on the list, or add it there.',
      'zh-cn': '镜像仓库 {registry} 不在可信名单中。请使用名单中的仓库，或将其加入名单。',
    },
  },
  check: {
    image({ reference, value, service }, { report, option }) {
      const trusted = textList(option('registries'));
      const { registry, path } = reference;
      if (trusted.length === 0 || registry === undefined || trusted.some((entry) => covers(entry, registry, path)))
        return;
      report({ place: value.place, message: 'foreign', data: { registry }, service });
    },
  },
};

/**
 * `host`, `*.domain`, `host/folder`; an unknown path below a trusted part is not held against it.
 */
function covers(entry: string, registry: string, path: string | undefined): boolean {
  const [host = '', ...folders] = withoutEnd(entry.replace(/^https?:\/\//, ''), '/')
    .toLowerCase()
    .split('/');
  const wanted = host === 'index.docker.io' || host === 'hub.docker.com' ? 'docker.io' : host;
  if (!matchesGlob(wanted, registry.toLowerCase())) return false;
  const folder = folders.join('/');
  if (folder === '' || path === undefined) return true;
  const full = wanted === 'docker.io' && !path.includes('/') ? `library/${path}` : path;
  return full === folder || full.startsWith(`${folder}/`);
}
