/** MLPS-IMG-002: an image has an explicit version. */

import { newestTag } from '../../data/endOfLife';
import { isBuiltHere } from '../../data/officialImages';
import { kindOf } from '../../kindOf';
import { dockerName, FLOATING, floatingTag } from '../../model/imageReference';
import type { ImageUse } from '../../model/imageUse';
import { variableOrigins } from '../../origins';
import { IMAGE_KINDS } from '../../ruleKinds';
import type { Rule } from '../rule';
import { retag } from './retag';

export const noFloatingTag: Rule = {
  id: 'MLPS-IMG-002',
  name: 'no-floating-tag',
  severity: 'warning',
  profile: 'recommended',
  kinds: IMAGE_KINDS,
  wider: {
    en: 'Systems that have no versions (`opensuse/tumbleweed`), releases to come and builds of a branch (`main`) that a CI job tests with, services that it starts beside itself and images of its matrix, the image of its own project that a document tells to start, and official ones that it starts without any setting, to show the command.',
    'zh-cn':
      '没有版本的系统（`opensuse/tumbleweed`）、CI 作业用于测试的未来版本和分支构建（`main`）、作业旁边启动的服务和矩阵中的镜像，文档让读者启动的本项目镜像，以及文档中不带任何设置、仅演示命令的官方镜像。',
  },
  clauses: ['~8.1.4.6', '~8.1.9.4 f', '~8.1.10.8 a'],
  rows: ['C22'],
  peers: [
    'DL3006',
    'DL3007',
    'DS-0001',
    'CKV_DOCKER_7',
    'Image Version Not Explicit',
    "Image Version Using 'latest'",
    'CL-0004',
    'service-image-require-explicit-tag',
    'avoid-latest-version',
    'missing-image-version',
    'S6596',
    'S8431',
    'CIS 5.28',
    'DKL-DI-0006',
  ],
  title: { en: 'Give every image an explicit version', 'zh-cn': '镜像须指定明确版本' },
  why: {
    en: 'Without a tag, or with one like `latest`, the next pull may bring another program: what was tested is not what runs, and nobody can say which version ran.',
    'zh-cn':
      '没有标签或使用 `latest` 之类的标签时，下次拉取可能得到不同的程序：测试的与运行的不一致，也无法追溯运行的版本。',
  },
  remedy: {
    en: 'Write a version tag (`nginx:1.28.0`), better with the digest behind it.',
    'zh-cn': '写明版本标签（如 `nginx:1.28.0`），最好再附上摘要。',
  },
  messages: {
    none: {
      en: 'The image {image} has no tag, so the newest one is taken each time. Write an explicit version.',
      'zh-cn': '镜像 {image} 没有标签，每次都会取最新版本。请写明版本。',
    },
    version: {
      en: 'Use {line}, the newest supported line known here',
      'zh-cn': '使用 {line}（此处已知的最新受支持版本）',
    },
    moving: {
      en: 'The tag of {image} moves from version to version. Write an explicit version.',
      'zh-cn': '镜像 {image} 的标签会随版本移动。请写明版本。',
    },
  },
  check: {
    image(use, { report, today }) {
      const { reference, value, service } = use;
      // A path: the image stands in a variable before it.
      if (/@|^[./]/.test(value.resolved)) return;
      const floating = floatingTag(reference);
      if (!floating) return;
      const name = dockerName(reference);
      if (name !== undefined && isBuiltHere(name)) return;
      const line = name === undefined ? undefined : versioned(name, reference.tag, today);
      const fixes = line === undefined ? undefined : () => [{ safe: false, title: 'version', edits: retag(use, line) }];
      const isMeant =
        ROLLING.test(name ?? '') || (CHANNEL.test(reference.tag ?? '') && kindOf(value.place.uri) === 'ci');
      const profile = isMeant || use.beside || use.own || use.shown ? 'mlps3' : undefined;
      report({
        place: value.place,
        message: floating,
        profile,
        data: { image: spoken(use), line: line ?? '' },
        service,
        fixes,
      });
    },
  },
};

/** Systems without versions, which only a digest holds, and the image that only says hello. */
const ROLLING =
  /^(?:hello-world|opensuse\/tumbleweed|kalilinux\/kali-rolling|gentoo\/stage3|voidlinux\/voidlinux|[\w.-]+\/archlinux(?:arm)?)$/;
/** Releases to come, and what was built of a branch: a job tests with it on purpose. */
const CHANNEL =
  /^(?:canary|dev|devel|develop|edge|experimental|head|main|master|next|nightly|rawhide|rolling|sid|snapshot|testing|trunk|unstable)(?:-slim)?$/;

/** The newest known line in the variant that is asked for: `lts-alpine` → `24-alpine`. */
function versioned(name: string, tag = 'latest', today: string): string | undefined {
  const [first = '', ...rest] = tag.split('-');
  if (FLOATING.has(first) && !/^(latest|lts|stable)$/.test(first)) return undefined;
  return newestTag(name, FLOATING.has(first) ? rest.join('-') : tag, today);
}

/** A variable with what it holds, if this file says so: `"$IMG"` → `$IMG (nginx)`. */
function spoken(use: ImageUse): string {
  const { raw, resolved, known, place } = use.value;
  const written = raw.replace(/^(["'])(.*)\1$/s, '$2');
  if (variableOrigins(use).some((origin) => origin.place.uri !== place.uri)) return written;
  return known !== undefined && written.includes('$') && !written.includes(resolved)
    ? `${written} (${resolved})`
    : written;
}
