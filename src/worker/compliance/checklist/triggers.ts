/**
 * The triggers of major hidden dangers (重大风险隐患), A-01 to A-32, after a third party's copy. Which
 * of them holds of a system is for the assessor to judge.
 */
import type { Text } from '../rules/rule';

export const triggers: Record<string, Text> = {
  'A-01': { en: 'No access control at the machine-room entrance', 'zh-cn': '机房出入口访问控制措施缺失' },
  'A-02': { en: 'Outdoor control equipment unprotected', 'zh-cn': '室外控制设备防护缺失' },
  'A-03': { en: 'Network devices too weak for peak load', 'zh-cn': '网络设备业务处理能力不足' },
  'A-04': { en: 'Cloud platform does not isolate virtual networks', 'zh-cn': '云计算平台虚拟网络隔离措施缺失' },
  'A-05': { en: 'Cloud platform offers no security mechanisms', 'zh-cn': '云计算平台未提供安全防护能力' },
  'A-06': { en: 'Industrial control network not isolated', 'zh-cn': '工业控制系统网络隔离措施缺失' },
  'A-07': {
    en: 'Industrial control zones badly cut, no access control',
    'zh-cn': '工业控制系统所在网络区域划分不当，访问控制措施缺失',
  },
  'A-08': { en: 'Control commands over the WAN unprotected', 'zh-cn': '工业控制系统广域网传输控制指令防护措施缺失' },
  'A-09': { en: 'Devices or ports at the border not under control', 'zh-cn': '网络边界接入设备或端口不可控' },
  'A-10': { en: 'Wireless network not controlled', 'zh-cn': '无线网络管控措施缺失' },
  'A-11': {
    en: 'Access control at the edge of an important zone missing or misconfigured',
    'zh-cn': '重要网络区域边界访问控制措施缺失或配置不当',
  },
  'A-12': {
    en: 'General network services not limited between control and other systems',
    'zh-cn': '工业控制系统与企业其他系统之间未对通用网络服务进行限制',
  },
  'A-13': { en: 'No defence against attacks from outside', 'zh-cn': '外部网络攻击防御措施缺失' },
  'A-14': { en: 'No defence against attacks from inside', 'zh-cn': '内部网络攻击防御措施缺失' },
  'A-15': { en: 'No analysis of network behaviour', 'zh-cn': '网络行为分析措施缺失' },
  'A-16': { en: 'Cloud platform has no defence against network attacks', 'zh-cn': '云计算平台网络攻击防御措施缺失' },
  'A-17': { en: 'Unauthorised sensor nodes can join the network', 'zh-cn': '非授权感知节点设备能够接入网络中' },
  'A-18': {
    en: 'Empty, weak or shared passwords, or no authentication',
    'zh-cn': '存在空口令、弱口令、通用口令或无身份鉴别措施',
  },
  'A-19': { en: 'Fewer than two factors', 'zh-cn': '未采用两种或两种以上组合身份鉴别技术' },
  'A-20': {
    en: 'Faulty access control that lets rights be exceeded',
    'zh-cn': '访问控制策略存在缺陷或不完善，存在越权访问可能',
  },
  'A-21': {
    en: 'Needless services, default shares or high-risk ports open',
    'zh-cn': '开启多余的系统服务、默认共享和高危端口',
  },
  'A-22': { en: 'Exploitable high-risk holes', 'zh-cn': '存在可被利用的高危安全漏洞' },
  'A-23': { en: 'No malware protection', 'zh-cn': '恶意代码防范措施缺失' },
  'A-24': { en: 'Important data sent in clear', 'zh-cn': '重要数据明文传输' },
  'A-25': { en: 'Important data stored in clear', 'zh-cn': '重要数据明文存储' },
  'A-26': { en: 'No local backup of important data', 'zh-cn': '重要数据无本地备份措施' },
  'A-27': { en: 'Rights on a related system obtained', 'zh-cn': '获取被测系统关联系统权限' },
  'A-28': { en: 'Rights on the assessed system obtained', 'zh-cn': '获取被测系统权限' },
  'A-29': { en: 'Too much exposed to the internet', 'zh-cn': '互联网暴露面过宽' },
  'A-30': { en: 'Data badly managed', 'zh-cn': '数据管理不规范' },
  'A-31': { en: 'Central control systems not hardened', 'zh-cn': '“神经中枢”系统缺乏重点加固' },
  'A-32': { en: 'Security operation too weak', 'zh-cn': '安全管理运维水平不足' },
};
