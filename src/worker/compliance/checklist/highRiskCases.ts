/**
 * The cases of the guide to high-risk findings (网络安全等级保护测评高风险判定实施指引,
 * 公网安〔2025〕2391号), after a third party's copy: the original was not seen.
 */
import type { Text } from '../rules/rule';

export interface HighRiskCase {
  title: Text;
  /** What may lower the risk; absent: nothing does. */
  lowered?: Text;
  /** The level of the system from on which it counts, where the copy says so. */
  level?: 2 | 3 | 4;
  /** It counts under this condition only. */
  condition?: Text;
}

/** By number: `6.4.3.1`; always to be printed with the word case (判例) before it. */
export const highRiskCases: Record<string, HighRiskCase> = {
  '6.1.1.1': {
    title: { en: 'No access control at the machine-room entrance', 'zh-cn': '机房出入口访问控制措施缺失' },
    lowered: { en: 'guarded building with staff and video on duty', 'zh-cn': '大楼受控且专人值守与视频监控' },
    level: 3,
  },
  '6.1.2.1': {
    title: { en: 'No fire protection in the machine room', 'zh-cn': '机房防火措施缺失' },
    lowered: { en: 'staff on duty or video', 'zh-cn': '专人值守或视频监控' },
    level: 3,
  },
  '6.1.3.1': {
    title: { en: 'No short-term backup power', 'zh-cn': '机房短期备用电力供应措施缺失' },
    lowered: { en: 'several power feeds', 'zh-cn': '多路供电' },
    level: 3,
    condition: { en: 'only where business continuity matters', 'zh-cn': '仅适用于对业务连续性要求高的系统' },
  },
  '6.1.3.2': {
    title: { en: 'No emergency power', 'zh-cn': '机房应急供电措施缺失' },
    lowered: { en: 'several data centres with application-level recovery', 'zh-cn': '多数据中心并有应用级灾备' },
    level: 4,
    condition: { en: 'only where business continuity matters', 'zh-cn': '仅适用于对业务连续性要求高的系统' },
  },
  '6.2.1.1': {
    title: { en: 'Network devices too weak for peak load', 'zh-cn': '网络设备业务处理能力不足' },
    level: 3,
    condition: { en: 'only where business continuity matters', 'zh-cn': '仅适用于对业务连续性要求高的系统' },
  },
  '6.2.1.2': {
    title: { en: 'No access control at the edge of an important zone', 'zh-cn': '重要网络区域边界访问控制措施缺失' },
    lowered: {
      en: 'host access control on every server (only where isolation is missing)',
      'zh-cn': '全部服务器启用主机访问控制（仅限无隔离情形）',
    },
    level: 2,
  },
  '6.2.1.3': {
    title: { en: 'No spare for key lines and devices', 'zh-cn': '关键线路和设备冗余措施缺失' },
    lowered: { en: 'several data centres with application-level recovery', 'zh-cn': '多数据中心并有应用级灾备' },
    level: 3,
    condition: { en: 'only where business continuity matters', 'zh-cn': '仅适用于对业务连续性要求高的系统' },
  },
  '6.2.2.1': {
    title: { en: 'Important data sent over an unencrypted channel', 'zh-cn': '采用无加密措施的网络通道传输重要数据' },
    lowered: {
      en: 'data encrypted itself, or an application-layer encrypted protocol',
      'zh-cn': '数据自身加密或应用层加密协议',
    },
    level: 3,
  },
  '6.3.1.1': {
    title: { en: 'Devices or ports at the border not under control', 'zh-cn': '网络边界接入设备或端口不可控' },
    lowered: { en: 'strict address and port rules at the border', 'zh-cn': '边界严格的地址与端口访问控制' },
    level: 2,
  },
  '6.3.1.2': {
    title: { en: 'Wireless network not controlled', 'zh-cn': '无线网络管控措施缺失' },
    lowered: {
      en: 'strong control of devices and users, or strong authentication',
      'zh-cn': '强终端用户管控或强身份认证',
    },
    level: 3,
  },
  '6.3.2.1': {
    title: {
      en: 'Access control at the edge of an important zone missing or misconfigured',
      'zh-cn': '重要网络区域边界访问控制措施缺失或配置不当',
    },
    lowered: { en: 'host access control on every server', 'zh-cn': '全部服务器启用主机访问控制' },
    level: 2,
  },
  '6.3.3.1': {
    title: { en: 'No defence against attacks from outside', 'zh-cn': '外部网络攻击防御措施缺失' },
    lowered: {
      en: 'intrusion prevention on every host, signatures current',
      'zh-cn': '全部主机有入侵防范且库及时更新',
    },
    level: 2,
  },
  '6.3.3.2': {
    title: { en: 'No defence against attacks from inside', 'zh-cn': '内部网络攻击防御措施缺失' },
    lowered: {
      en: 'intrusion prevention on every host, signatures current',
      'zh-cn': '全部主机有入侵防范且库及时更新',
    },
    level: 3,
  },
  '6.3.3.3': {
    title: { en: 'No analysis of network behaviour', 'zh-cn': '网络行为分析措施缺失' },
    lowered: {
      en: 'physical and strong logical isolation with admission control',
      'zh-cn': '物理与逻辑强隔离加准入控制',
    },
    level: 3,
    condition: { en: 'only key industries', 'zh-cn': '仅适用于重点行业' },
  },
  '6.4.1.1': {
    title: {
      en: 'Empty, weak or shared passwords, or no authentication',
      'zh-cn': '存在空口令、弱口令、通用口令或无身份鉴别措施',
    },
    lowered: { en: 'local or restricted login only; two factors', 'zh-cn': '仅限本地登录或登录受限；双因素' },
    level: 2,
  },
  '6.4.1.2': {
    title: { en: 'Credentials sent in clear', 'zh-cn': '鉴别信息明文传输' },
    lowered: { en: 'two factors, the password alone does not log in', 'zh-cn': '双因素，仅得口令不能登录' },
    level: 2,
  },
  '6.4.1.3': {
    title: { en: 'Fewer than two factors', 'zh-cn': '未采用两种或两种以上组合身份鉴别技术' },
    lowered: {
      en: 'repeated dynamic or staged authentication; local or out-of-band administration only',
      'zh-cn': '多次动态或分阶段鉴别；仅本地或带外管理',
    },
    level: 3,
  },
  '6.4.2.1': {
    title: {
      en: 'Default account name and default password both unchanged',
      'zh-cn': '未重命名默认账户名且未修改默认口令',
    },
    lowered: { en: 'two factors or login limits', 'zh-cn': '双因素或登录限制' },
    level: 2,
  },
  '6.4.2.2': {
    title: {
      en: 'Faulty access control that lets rights be exceeded',
      'zh-cn': '访问控制策略存在缺陷或不完善，存在越权访问可能',
    },
    lowered: {
      en: 'local access or login limits, with audit of operations',
      'zh-cn': '本地访问或登录限制，并有操作审计',
    },
    level: 3,
  },
  '6.4.3.1': {
    title: {
      en: 'Needless services, default shares or high-risk ports open',
      'zh-cn': '开启多余的系统服务、默认共享和高危端口',
    },
    lowered: { en: 'login limits make use hard; host protection works', 'zh-cn': '登录限制使其难利用；主机防护有效' },
    level: 2,
  },
  '6.4.3.2': {
    title: { en: 'Exploitable high-risk holes', 'zh-cn': '存在可被利用的高危安全漏洞' },
    lowered: {
      en: 'internet-facing: no; otherwise login limits or host protection',
      'zh-cn': '互联网系统不可；非互联网可凭登录限制或主机防护',
    },
    level: 2,
  },
  '6.4.3.3': {
    title: { en: 'Input validation missing or incomplete', 'zh-cn': '数据有效性检验功能缺失或不完善' },
    lowered: {
      en: 'not on the internet with login limits and audit; a WAF',
      'zh-cn': '不对互联网开放且有登录限制与审计；WAF 等',
    },
    level: 2,
  },
  '6.4.4.1': {
    title: { en: 'No malware protection', 'zh-cn': '恶意代码防范措施缺失' },
    lowered: {
      en: 'Windows: no; Linux off the internet: whitelist, USB control, intrusion detection, or filtering in the network',
      'zh-cn': 'Windows不可；非互联网的 Linux 类可凭白名单、外设管控、入侵检测或网络层查杀',
    },
    level: 2,
  },
  '6.4.5.1': {
    title: { en: 'Important data sent in clear', 'zh-cn': '重要数据明文传输' },
    lowered: { en: 'credentials: two factors; other data: no', 'zh-cn': '鉴别数据可凭双因素；其他不可' },
    level: 3,
  },
  '6.4.5.2': {
    title: { en: 'Important data stored in clear', 'zh-cn': '重要数据明文存储' },
    lowered: {
      en: 'off the internet and local or out-of-band administration; database firewall or leak prevention',
      'zh-cn': '不对互联网且仅本地或带外管理；数据库防火墙或防泄露',
    },
    level: 3,
  },
  '6.4.6.1': {
    title: { en: 'No local backup of important data', 'zh-cn': '重要数据无本地备份措施' },
    lowered: {
      en: 'several usable copies by redundancy (backup to a net disk: no)',
      'zh-cn': '多数据中心或冗余使数据有多个可用副本（备到网盘不可）',
    },
    level: 3,
  },
  '6.4.6.2': {
    title: { en: 'No hot standby of data processing', 'zh-cn': '数据处理系统冗余措施缺失' },
    level: 3,
    condition: { en: 'only where business continuity matters', 'zh-cn': '仅适用于对业务连续性要求高的系统' },
  },
  '6.4.6.3': {
    title: { en: 'No off-site recovery', 'zh-cn': '无异地灾备措施' },
    level: 4,
    condition: { en: 'only where business continuity matters', 'zh-cn': '仅适用于对业务连续性要求高的系统' },
  },
  '6.4.7.1': {
    title: { en: 'Personal data collected or stored unlawfully', 'zh-cn': '违规采集和存储个人信息' },
    level: 2,
  },
  '6.4.7.2': {
    title: { en: 'Personal data accessed or used unlawfully', 'zh-cn': '违规访问和使用个人信息' },
    level: 2,
  },
  '6.5.1.1': {
    title: { en: 'Remote administration path not protected', 'zh-cn': '远程管理路径安全防护措施不足' },
    level: 3,
  },
  '6.5.1.2': {
    title: { en: 'Audit records kept too short', 'zh-cn': '审计记录存储时间不满足要求' },
    level: 3,
  },
  '6.6.1.1': { title: { en: 'No security rules', 'zh-cn': '管理制度缺失' }, level: 3 },
  '6.7.1.1': { title: { en: 'No body that leads security work', 'zh-cn': '未建立网络安全工作领导机构' }, level: 3 },
  '6.8.1.1': {
    title: { en: "Outsiders' network access not managed", 'zh-cn': '外部人员接入网络管理措施缺失' },
    level: 2,
  },
  '6.9.1.1': {
    title: { en: 'Security products bought or used against the rules', 'zh-cn': '违规采购和使用网络安全产品' },
    level: 2,
  },
  '6.9.2.1': {
    title: { en: 'Outsourced code not audited', 'zh-cn': '外包软件开发代码审计措施缺失' },
    lowered: {
      en: 'own regular audit by rule; or contract duties with technical controls',
      'zh-cn': '定期自行审计且有制度；或合同明确责任加技术防控',
    },
    level: 3,
  },
  '6.9.3.1': {
    title: { en: 'No security test before go-live', 'zh-cn': '上线前未开展安全测试' },
    lowered: {
      en: 'regular tests after go-live without high risks (found and not repaired: no)',
      'zh-cn': '上线后定期检测且无高危（有问题未整改不可）',
    },
    level: 3,
  },
  '6.9.4.1': { title: { en: 'No regular graded assessment', 'zh-cn': '未定期进行等级测评' }, level: 3 },
  '6.9.4.2': {
    title: { en: 'Assessment body not as the state requires', 'zh-cn': '选择的测评机构不符合国家相关要求' },
    level: 3,
  },
  '6.10.1.1': { title: { en: 'No emergency plan for important events', 'zh-cn': '未制定重要事件应急预案' }, level: 2 },
  '6.10.1.2': { title: { en: 'No yearly training and drill', 'zh-cn': '未定期开展应急预案培训和演练' }, level: 3 },
  '7.1.1.1': { title: { en: 'Cloud infrastructure abroad', 'zh-cn': '基础设施位于境外' } },
  '7.2.1.1': { title: { en: 'Platform carries systems above its level', 'zh-cn': '平台承载高于其等级的业务系统' } },
  '7.2.1.2': { title: { en: 'Virtual networks not isolated', 'zh-cn': '虚拟网络隔离缺失' } },
  '7.2.1.3': { title: { en: 'No separate pool for level-4 systems', 'zh-cn': '四级系统未划分独立资源池' }, level: 4 },
  '7.2.1.4': { title: { en: 'Platform offers no security mechanisms', 'zh-cn': '平台未提供安全防护能力' } },
  '7.3.1.1': {
    title: { en: 'No access control at the virtual border', 'zh-cn': '虚拟化边界访问控制缺失' },
    lowered: { en: 'platform: no; customer: host access control', 'zh-cn': '平台侧不可；客户侧可凭主机访问控制' },
  },
  '7.3.2.1': {
    title: { en: 'Attacks started by customers not detected', 'zh-cn': '平台对客户发起的攻击无检测' },
    lowered: { en: 'intrusion detection on hosts, signatures current', 'zh-cn': '主机有入侵检测且库及时更新' },
  },
  '7.4.1.1': { title: { en: 'Images and snapshots not protected', 'zh-cn': '镜像和快照未保护' } },
  '7.4.2.1': { title: { en: 'Data or personal data exported against the rules', 'zh-cn': '数据或个人信息违规出境' } },
  '7.4.3.1': {
    title: { en: 'Customer keeps no local backup', 'zh-cn': '客户未在本地保存备份' },
    lowered: { en: 'backup in another region or on another platform', 'zh-cn': '备份在不同区域或不同平台' },
  },
  '7.4.3.2': { title: { en: 'No technical means to move away', 'zh-cn': '未提供迁移技术手段' } },
  '7.4.4.1': { title: { en: 'Deleted data keeps copies', 'zh-cn': '删除数据未删除所有副本' } },
  '7.5.1.1': {
    title: { en: 'Management and business traffic not separated', 'zh-cn': '管理流量与业务流量未分离' },
    lowered: { en: 'strict access control', 'zh-cn': '严格访问控制' },
  },
  '7.6.1.1': { title: { en: 'Provider not compliant', 'zh-cn': '选择不合规服务商' } },
  '7.6.2.1': { title: { en: 'Supplier choice not compliant', 'zh-cn': '供应商选择不合规' } },
  '7.7.1.1': { title: { en: 'Operated from abroad against the rules', 'zh-cn': '运维地点在境外且未遵规定' } },
};
