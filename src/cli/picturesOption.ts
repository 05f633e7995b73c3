/** `--pictures`, of all commands that judge files. */
import type { Flag } from './readArguments';

export const picturesOption = {
  about: {
    en: 'also read the QR codes of pictures, and look for secrets in them (MLPS-SEC-008)',
    'zh-cn': '同时识别图片中的二维码，并在其中查找机密（MLPS-SEC-008）',
  },
} as const satisfies Flag;
