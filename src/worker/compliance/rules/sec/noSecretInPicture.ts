/** MLPS-SEC-008: no QR code in a picture of the repository holds a secret. */
import type { Rule } from '../rule';

export const noSecretInPicture: Rule = {
  id: 'MLPS-SEC-008',
  name: 'no-secret-in-picture',
  severity: 'error',
  profile: 'recommended',
  kinds: ['picture'],
  clauses: ['~8.1.4.1 a', '8.1.4.8 b'],
  highRisk: ['6.4.5.2'],
  triggers: ['A-25'],
  rows: [],
  peers: [],
  title: { en: 'Keep secrets out of QR codes in pictures', 'zh-cn': '图片中的二维码不得含有机密' },
  why: {
    en: 'A QR code is plain text for every camera: whoever sees the screenshot, the slide or the manual has the password, and no search for secrets in text files finds it. It stays in the history of the repository.',
    'zh-cn':
      '二维码对任何相机而言都是明文：看到截图、幻灯片或手册的人就得到了其中的机密，而针对文本文件的机密扫描发现不了它。它还会一直留在仓库历史中。',
  },
  remedy: {
    en: 'Replace the picture by one with an example that opens nothing, change the secret, and take the file out of the history where it was committed. Pictures are judged by "Find Secrets in QR Pictures of This Workspace" and by `--pictures` of `lint` and `report`. One that is meant for everybody (a guest network) gets a waiver in `.qrcodemaster.yaml`.',
    'zh-cn':
      '换成不含真实机密的示例图片，更换该机密，并把已提交的文件从历史中清除。图片由“在工作区的二维码图片中查找机密”和 `lint`、`report` 的 `--pictures` 检查。本就面向所有人的（如访客网络）请在 `.qrcodemaster.yaml` 中写入豁免。',
  },
  messages: {
    'one-time-password': {
      en: 'QR code {number} holds the seed of one-time passwords: whoever has the picture has the second factor.',
      'zh-cn': '第 {number} 个二维码含有动态口令的种子：得到图片的人就得到了第二因素。',
    },
    'wifi-password': {
      en: 'QR code {number} holds the password of a Wi-Fi network: whoever has the picture can join it.',
      'zh-cn': '第 {number} 个二维码含有 Wi-Fi 密码：得到图片的人即可接入该网络。',
    },
    'private-key': {
      en: 'QR code {number} holds a private key.',
      'zh-cn': '第 {number} 个二维码含有私钥。',
    },
    token: {
      en: 'QR code {number} holds an access token, an API key or a signed address.',
      'zh-cn': '第 {number} 个二维码含有访问令牌、API 密钥或带签名的地址。',
    },
    credential: {
      en: 'QR code {number} holds an address with a user and a password.',
      'zh-cn': '第 {number} 个二维码含有带用户名和密码的地址。',
    },
    'device-code': {
      en: 'QR code {number} holds a code that takes a SIM or a device into use.',
      'zh-cn': '第 {number} 个二维码含有用于激活 SIM 卡或设备的代码。',
    },
    password: {
      en: 'QR code {number} holds a password, a key or another secret.',
      'zh-cn': '第 {number} 个二维码含有密码、密钥或其他机密。',
    },
  },
  check: {
    pictureCode({ secret, number, place }, { report }) {
      // What is printed on devices for their owner is often shown on purpose.
      report({
        place,
        message: secret,
        data: { number },
        severity: secret === 'device-code' ? 'warning' : undefined,
      });
    },
  },
};
