/** MLPS-IMG-001: an image is named by its digest. */

import { dockerName, floatingTag, type ImageReference } from '../../model/imageReference';
import type { ImageUse } from '../../model/imageUse';
import { once } from '../../once';
import { IMAGE_KINDS } from '../../ruleKinds';
import type { Rule } from '../rule';
import { withDigest } from './retag';

export const pinImageDigest: Rule = {
  id: 'MLPS-IMG-001',
  name: 'pin-image-digest',
  severity: 'warning',
  profile: 'mlps3',
  kinds: IMAGE_KINDS,
  clauses: ['~8.1.4.6', '~8.1.4.7 b', '~8.1.10.8 a', '~8.2.4.4 b'],
  highRisk: ['~7.4.1.1'],
  rows: ['C19', 'C21', 'C24', 'C38', 'C91'],
  peers: ['CL-0019', 'dockerfile-source-not-pinned', 'S7023'],
  title: { en: 'Name images by their digest', 'zh-cn': '使用摘要固定镜像' },
  why: {
    en: 'A tag can be moved to another image at any time; only the digest proves that the image that runs is the image that was checked.',
    'zh-cn': '标签随时可能指向另一个镜像；只有摘要才能证明运行的镜像就是经过检查的镜像。',
  },
  remedy: {
    en: "Write `name:tag@sha256:…`. The digest of a pulled image: `docker image inspect --format '{{index .RepoDigests 0}}' name:tag`.",
    'zh-cn':
      "写作 `name:tag@sha256:…`。已拉取镜像的摘要：`docker image inspect --format '{{index .RepoDigests 0}}' name:tag`。",
  },
  messages: {
    noDigest: {
      en: 'The image {image} is named by its tag only, which can be moved to another image. Add @sha256: and the digest that was checked.',
      'zh-cn': '镜像 {image} 仅用标签指定，标签可能被移到其他镜像。请附加 @sha256：及已校验的摘要。',
    },
    pin: {
      en: 'Add the digest that this file names for the same tag elsewhere: {digest}',
      'zh-cn': '添加本文件其他位置为同一标签写明的摘要：{digest}',
    },
    badDigest: {
      en: 'The digest of {image} is not a sha256 digest of 64 hexadecimal digits, so it pins nothing. Write the full digest.',
      'zh-cn': '镜像 {image} 的摘要不是 64 位十六进制的 sha256 摘要，不起固定作用。请写完整摘要。',
    },
  },
  check: {
    image(use, { report, images }) {
      const { reference, value, service } = use;
      if (reference.digest || reference.digestUnknown || reference.tagUnknown) return;
      const malformed = value.resolved.includes('@');
      if (!malformed && floatingTag(reference)) return;
      const digest = malformed ? undefined : digestElsewhere(reference, images);
      const fixes =
        digest === undefined ? undefined : () => [{ safe: false, title: 'pin', edits: withDigest(use, digest) }];
      const data = { image: value.raw, digest: digest === undefined ? '' : `${digest.slice(0, 19)}…` };
      report({ place: value.place, message: malformed ? 'badDigest' : 'noDigest', data, service, fixes });
    },
  },
};

/**
 * The digests behind each name and tag, from all images at once: looking through them for every
 * image would take the square of their number.
 */
const digestsOf = once((images: readonly ImageUse[]): Map<string, Set<string>> => {
  const digests = new Map<string, Set<string>>();
  for (const { reference } of images) {
    const key = keyOf(reference);
    if (key === undefined || !reference.digest) continue;
    digests.set(key, (digests.get(key) ?? new Set()).add(reference.digest.toLowerCase()));
  }
  return digests;
});

function keyOf(reference: ImageReference): string | undefined {
  const name = dockerName(reference);
  return name === undefined ? undefined : JSON.stringify([name, reference.tag]);
}

/**
 * The one digest that stands behind the same name and tag; undefined when there is none, or they
 * differ.
 */
function digestElsewhere(reference: ImageReference, images: readonly ImageUse[]): string | undefined {
  const all = digestsOf(images);
  const digests = all.size > 0 ? all.get(keyOf(reference) ?? '') : undefined;
  return digests?.size === 1 ? [...digests][0] : undefined;
}
