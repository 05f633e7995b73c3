/** What no deployment file shows, as items of a list. */
import type { Assessment } from '../../../protocol/assessment';
import type { Text } from '../../rules/rule';

export const limits: readonly Text[] = [
  {
    en: 'whether what runs is what the files say: running containers, hosts, firewalls and accounts',
    'zh-cn': '实际运行的容器、主机、防火墙和账户是否与文件一致',
  },
  { en: 'what is inside images that are not built from these files', 'zh-cn': '并非由这些文件构建的镜像的内容' },
  {
    en: 'results of vulnerability scans, penetration tests and backups; only whether a scan or a backup is scheduled',
    'zh-cn': '漏洞扫描、渗透测试和备份的结果（只能看到是否安排了扫描和备份）',
  },
  {
    en: 'logs themselves, and how long they were really kept',
    'zh-cn': '日志内容及其实际留存时间',
  },
  {
    en: 'machine rooms, network devices, security devices, terminals',
    'zh-cn': '机房、网络设备、安全设备和终端',
  },
  {
    en: 'organisation, staff, procedures, contracts and drills',
    'zh-cn': '机构、人员、制度、合同和演练',
  },
  {
    en: 'values that come from outside the files (variables, secret stores, parameters of a pipeline)',
    'zh-cn': '来自文件之外的取值（变量、密钥管理系统、流水线参数）',
  },
  { en: 'files outside the scope, and those named as not judged', 'zh-cn': '范围之外的文件，以及列为未核查的文件' },
];

/** Of pictures: that nobody looked into them, or what was looked for. */
export const pictureLimit = ({ pictures }: Assessment): Text =>
  pictures
    ? {
        en: 'what pictures show, but for secrets in their QR codes, which were looked for',
        'zh-cn': '图片的内容（仅在其二维码中查找了机密）',
      }
    : {
        en: 'secrets in the QR codes of pictures: pictures were not searched',
        'zh-cn': '图片二维码中的机密（本次未查找图片）',
      };
