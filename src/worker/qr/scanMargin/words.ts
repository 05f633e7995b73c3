/** The robustness of a picture in words. */
import type { Locale } from '../../protocol/finding';
import type { Disturbance, ScanMargin } from '../../protocol/style';

export const disturbanceLabels: Record<Disturbance, Record<Locale, string>> = {
  blur: { en: 'Blur', 'zh-cn': '模糊' },
  noise: { en: 'Noise', 'zh-cn': '噪点' },
  'low-contrast': { en: 'Faint print', 'zh-cn': '低对比度' },
  perspective: { en: 'Seen at an angle', 'zh-cn': '倾斜视角' },
  jpeg: { en: 'JPEG compression', 'zh-cn': 'JPEG 压缩' },
  'few-pixels': { en: 'Small on the screen', 'zh-cn': '像素过少' },
};

export const verdictWords: Record<ScanMargin['verdict'], Record<Locale, string>> = {
  strong: { en: 'Reads even in bad light, from an angle and small.', 'zh-cn': '在弱光、倾斜或较小尺寸下也能识别。' },
  good: { en: 'Reads with an ordinary camera.', 'zh-cn': '普通摄像头可以识别。' },
  weak: {
    en: 'Reads when held still and near; older phones may fail.',
    'zh-cn': '需靠近且保持稳定才能识别，旧手机可能失败。',
  },
  poor: { en: 'Reads only in a perfect picture.', 'zh-cn': '仅在图像完美时才能识别。' },
};
