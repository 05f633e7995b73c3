/**
 * The clauses of GB/T 22239-2019, level 3: the control point, and what it asks for, in our words.
 */
import type { Text } from '../rules/rule';

export interface Clause {
  /** The control point, as the standard names it. */
  point: Text;
  gist: Text;
  /** The unit of GB/T 28448-2019 that assesses it, as far as it is known. */
  unit?: string;
  /** What assessors ask it of. */
  objects: readonly ObjectKind[];
}

/** A sort of things that an assessor's worksheet is filled in for. */
export const objectKinds = ['network', 'boundary', 'server', 'database', 'application', 'data', 'management'] as const;
export type ObjectKind = (typeof objectKinds)[number];

/** By number and letter: `8.1.3.2 a`. */
export const clauses: Record<string, Clause> = {
  '8.1.2.1 a': {
    objects: ['network'],
    unit: 'L3-CNS1-01',
    point: { en: 'Network architecture', 'zh-cn': '网络架构' },
    gist: { en: 'Network devices cope with peak load', 'zh-cn': '高峰时设备处理能力够用' },
  },
  '8.1.2.1 b': {
    objects: ['network'],
    unit: 'L3-CNS1-02',
    point: { en: 'Network architecture', 'zh-cn': '网络架构' },
    gist: { en: 'Bandwidth is enough at peak hours', 'zh-cn': '高峰时带宽够用' },
  },
  '8.1.2.1 c': {
    objects: ['network'],
    unit: 'L3-CNS1-03',
    point: { en: 'Network architecture', 'zh-cn': '网络架构' },
    gist: { en: 'Network split into zones, addresses planned per zone', 'zh-cn': '分区并按区规划地址' },
  },
  '8.1.2.1 d': {
    objects: ['network'],
    unit: 'L3-CNS1-04',
    point: { en: 'Network architecture', 'zh-cn': '网络架构' },
    gist: { en: 'Important zones kept off the edge and isolated from others', 'zh-cn': '重要区不放边界且与他区隔离' },
  },
  '8.1.2.1 e': {
    objects: ['network'],
    unit: 'L3-CNS1-05',
    point: { en: 'Network architecture', 'zh-cn': '网络架构' },
    gist: { en: 'Spare links and key hardware keep the system available', 'zh-cn': '线路与关键设备有硬件备份' },
  },
  '8.1.2.2 a': {
    objects: ['network'],
    unit: 'L3-CNS1-06',
    point: { en: 'Communication transmission', 'zh-cn': '通信传输' },
    gist: { en: 'Data cannot be altered unnoticed while sent', 'zh-cn': '通信内容防篡改' },
  },
  '8.1.2.2 b': {
    objects: ['network'],
    unit: 'L3-CNS1-07',
    point: { en: 'Communication transmission', 'zh-cn': '通信传输' },
    gist: { en: 'Data is encrypted while sent', 'zh-cn': '通信内容加密' },
  },
  '8.1.2.3': {
    objects: ['network'],
    unit: 'L3-CNS1-08',
    point: { en: 'Trusted verification', 'zh-cn': '可信验证' },
    gist: {
      en: 'Optional: communication devices prove what they boot and run',
      'zh-cn': '通信设备可信启动与度量（可选）',
    },
  },
  '8.1.3.1 a': {
    objects: ['boundary'],
    unit: 'L3-ABS1-01',
    point: { en: 'Boundary protection', 'zh-cn': '边界防护' },
    gist: { en: 'Cross-border traffic passes controlled ports only', 'zh-cn': '跨界流量只走受控口' },
  },
  '8.1.3.1 b': {
    objects: ['boundary'],
    unit: 'L3-ABS1-02',
    point: { en: 'Boundary protection', 'zh-cn': '边界防护' },
    gist: { en: 'Unauthorised devices joining the inside are found or stopped', 'zh-cn': '管住私接内网的设备' },
  },
  '8.1.3.1 c': {
    objects: ['boundary'],
    unit: 'L3-ABS1-03',
    point: { en: 'Boundary protection', 'zh-cn': '边界防护' },
    gist: { en: 'Inside users reaching out without permission are found or stopped', 'zh-cn': '管住内部用户私自外联' },
  },
  '8.1.3.1 d': {
    objects: ['boundary'],
    unit: 'L3-ABS1-04',
    point: { en: 'Boundary protection', 'zh-cn': '边界防护' },
    gist: { en: 'Wireless enters only through a controlled border device', 'zh-cn': '无线须经受控边界接入' },
  },
  '8.1.3.2 a': {
    objects: ['boundary'],
    unit: 'L3-ABS1-05',
    point: { en: 'Access control', 'zh-cn': '访问控制' },
    gist: { en: 'Border rules deny everything not allowed', 'zh-cn': '边界规则默认拒绝' },
  },
  '8.1.3.2 b': {
    objects: ['boundary'],
    unit: 'L3-ABS1-06',
    point: { en: 'Access control', 'zh-cn': '访问控制' },
    gist: { en: 'Useless rules removed, rule set kept minimal', 'zh-cn': '清理无用规则、规则最少' },
  },
  '8.1.3.2 c': {
    objects: ['boundary'],
    unit: 'L3-ABS1-07',
    point: { en: 'Access control', 'zh-cn': '访问控制' },
    gist: { en: 'Packets judged by addresses, ports and protocol', 'zh-cn': '按地址端口协议放行或拒绝' },
  },
  '8.1.3.2 d': {
    objects: ['boundary'],
    unit: 'L3-ABS1-08',
    point: { en: 'Access control', 'zh-cn': '访问控制' },
    gist: { en: 'Traffic judged by session state', 'zh-cn': '按会话状态放行' },
  },
  '8.1.3.2 e': {
    objects: ['boundary'],
    unit: 'L3-ABS1-09',
    point: { en: 'Access control', 'zh-cn': '访问控制' },
    gist: { en: 'Traffic judged by application protocol and content', 'zh-cn': '按应用协议与内容控制' },
  },
  '8.1.3.3 a': {
    objects: ['boundary'],
    unit: 'L3-ABS1-10',
    point: { en: 'Intrusion prevention', 'zh-cn': '入侵防范' },
    gist: { en: 'Attacks from outside detected or stopped at key nodes', 'zh-cn': '防外来网络攻击' },
  },
  '8.1.3.3 b': {
    objects: ['boundary'],
    unit: 'L3-ABS1-11',
    point: { en: 'Intrusion prevention', 'zh-cn': '入侵防范' },
    gist: { en: 'Attacks from inside detected or stopped at key nodes', 'zh-cn': '防内部发起的攻击' },
  },
  '8.1.3.3 c': {
    objects: ['boundary'],
    unit: 'L3-ABS1-12',
    point: { en: 'Intrusion prevention', 'zh-cn': '入侵防范' },
    gist: { en: 'Behaviour analysed to spot new kinds of attack', 'zh-cn': '分析行为、识别新型攻击' },
  },
  '8.1.3.3 d': {
    objects: ['boundary'],
    unit: 'L3-ABS1-13',
    point: { en: 'Intrusion prevention', 'zh-cn': '入侵防范' },
    gist: { en: 'Attack details recorded, serious intrusions raise alarms', 'zh-cn': '记下攻击要素、严重时告警' },
  },
  '8.1.3.4 a': {
    objects: ['boundary'],
    unit: 'L3-ABS1-14',
    point: { en: 'Malicious code and spam prevention', 'zh-cn': '恶意代码和垃圾邮件防范' },
    gist: { en: 'Malware filtered at key nodes, signatures kept current', 'zh-cn': '关键节点查杀恶意代码并更新' },
  },
  '8.1.3.4 b': {
    objects: ['boundary'],
    unit: 'L3-ABS1-15',
    point: { en: 'Malicious code and spam prevention', 'zh-cn': '恶意代码和垃圾邮件防范' },
    gist: { en: 'Spam filtered at key nodes, filters kept current', 'zh-cn': '关键节点防垃圾邮件并更新' },
  },
  '8.1.3.5 a': {
    objects: ['boundary'],
    unit: 'L3-ABS1-16',
    point: { en: 'Security audit', 'zh-cn': '安全审计' },
    gist: { en: 'Border audit covers every user and important events', 'zh-cn': '边界审计覆盖每个用户' },
  },
  '8.1.3.5 b': {
    objects: ['boundary'],
    unit: 'L3-ABS1-17',
    point: { en: 'Security audit', 'zh-cn': '安全审计' },
    gist: { en: 'Border records hold time, user, event and outcome', 'zh-cn': '边界审计记录要素齐全' },
  },
  '8.1.3.5 c': {
    objects: ['boundary'],
    unit: 'L3-ABS1-18',
    point: { en: 'Security audit', 'zh-cn': '安全审计' },
    gist: { en: 'Border records protected and backed up', 'zh-cn': '边界审计记录防删改有备份' },
  },
  '8.1.3.5 d': {
    objects: ['boundary'],
    unit: 'L3-ABS1-19',
    point: { en: 'Security audit', 'zh-cn': '安全审计' },
    gist: { en: 'Remote access and internet use audited separately', 'zh-cn': '远程与上网行为单独审计' },
  },
  '8.1.3.6': {
    objects: ['boundary'],
    unit: 'L3-ABS1-20',
    point: { en: 'Trusted verification', 'zh-cn': '可信验证' },
    gist: { en: 'Optional: border devices prove what they boot and run', 'zh-cn': '边界设备可信启动与度量（可选）' },
  },
  '8.1.4.1 a': {
    objects: ['server', 'database', 'application'],
    unit: 'L3-CES1-01',
    point: { en: 'Identification and authentication', 'zh-cn': '身份鉴别' },
    gist: { en: 'Unique identities, strong credentials changed regularly', 'zh-cn': '账号唯一、口令够强且常换' },
  },
  '8.1.4.1 b': {
    objects: ['server', 'database', 'application'],
    unit: 'L3-CES1-02',
    point: { en: 'Identification and authentication', 'zh-cn': '身份鉴别' },
    gist: { en: 'Failed logins limited, idle sessions closed', 'zh-cn': '登录失败要限制、超时要退出' },
  },
  '8.1.4.1 c': {
    objects: ['server', 'database', 'application'],
    unit: 'L3-CES1-03',
    point: { en: 'Identification and authentication', 'zh-cn': '身份鉴别' },
    gist: { en: 'Credentials cannot be overheard during remote administration', 'zh-cn': '远程管理时口令不被窃听' },
  },
  '8.1.4.1 d': {
    objects: ['server', 'database', 'application'],
    unit: 'L3-CES1-04',
    point: { en: 'Identification and authentication', 'zh-cn': '身份鉴别' },
    gist: { en: 'Two factors or more, one of them cryptographic', 'zh-cn': '双因素登录、其一用密码技术' },
  },
  '8.1.4.2 a': {
    objects: ['server', 'database', 'application'],
    unit: 'L3-CES1-05',
    point: { en: 'Access control', 'zh-cn': '访问控制' },
    gist: { en: 'Each person logging in has an account and rights', 'zh-cn': '登录者各有账户与权限' },
  },
  '8.1.4.2 b': {
    objects: ['server', 'database', 'application'],
    unit: 'L3-CES1-06',
    point: { en: 'Access control', 'zh-cn': '访问控制' },
    gist: {
      en: 'Default accounts renamed or removed, default passwords changed',
      'zh-cn': '默认账户改名、默认口令改掉',
    },
  },
  '8.1.4.2 c': {
    objects: ['server', 'database', 'application'],
    unit: 'L3-CES1-07',
    point: { en: 'Access control', 'zh-cn': '访问控制' },
    gist: { en: 'Unused, expired and shared accounts removed', 'zh-cn': '清除多余过期共用账户' },
  },
  '8.1.4.2 d': {
    objects: ['server', 'database', 'application'],
    unit: 'L3-CES1-08',
    point: { en: 'Access control', 'zh-cn': '访问控制' },
    gist: { en: 'Administrators hold least rights, duties separated', 'zh-cn': '管理员权限最小且分离' },
  },
  '8.1.4.2 e': {
    objects: ['server', 'database', 'application'],
    unit: 'L3-CES1-09',
    point: { en: 'Access control', 'zh-cn': '访问控制' },
    gist: { en: 'Authorised subjects set who may access what', 'zh-cn': '由授权者定访问规则、防越权' },
  },
  '8.1.4.2 f': {
    objects: ['server', 'database', 'application'],
    unit: 'L3-CES1-10',
    point: { en: 'Access control', 'zh-cn': '访问控制' },
    gist: { en: 'Control reaches user or process, file or table', 'zh-cn': '控制细到用户进程与文件表' },
  },
  '8.1.4.2 g': {
    objects: ['server', 'database', 'application'],
    unit: 'L3-CES1-11',
    point: { en: 'Access control', 'zh-cn': '访问控制' },
    gist: {
      en: 'Important subjects and objects labelled, access enforced by label',
      'zh-cn': '重要主客体打标记并据此控制',
    },
  },
  '8.1.4.3 a': {
    objects: ['server', 'database', 'application'],
    unit: 'L3-CES1-12',
    point: { en: 'Security audit', 'zh-cn': '安全审计' },
    gist: { en: 'Audit on for every user and important events', 'zh-cn': '审计开启并覆盖每个用户' },
  },
  '8.1.4.3 b': {
    objects: ['server', 'database', 'application'],
    unit: 'L3-CES1-13',
    point: { en: 'Security audit', 'zh-cn': '安全审计' },
    gist: { en: 'Records hold time, user, event and outcome', 'zh-cn': '记录含时间用户事件结果' },
  },
  '8.1.4.3 c': {
    objects: ['server', 'database', 'application'],
    unit: 'L3-CES1-14',
    point: { en: 'Security audit', 'zh-cn': '安全审计' },
    gist: { en: 'Records protected from loss or change, backed up', 'zh-cn': '审计记录防删改有备份' },
  },
  '8.1.4.3 d': {
    objects: ['server', 'database', 'application'],
    unit: 'L3-CES1-15',
    point: { en: 'Security audit', 'zh-cn': '安全审计' },
    gist: { en: 'Audit process cannot be stopped without permission', 'zh-cn': '审计进程不被随意中断' },
  },
  '8.1.4.4 a': {
    objects: ['server'],
    unit: 'L3-CES1-17',
    point: { en: 'Intrusion prevention', 'zh-cn': '入侵防范' },
    gist: { en: 'Only needed components installed', 'zh-cn': '只装必需组件' },
  },
  '8.1.4.4 b': {
    objects: ['server'],
    unit: 'L3-CES1-18',
    point: { en: 'Intrusion prevention', 'zh-cn': '入侵防范' },
    gist: { en: 'Needless services, shares and risky ports closed', 'zh-cn': '关掉无用服务与高危端口' },
  },
  '8.1.4.4 c': {
    objects: ['server'],
    unit: 'L3-CES1-19',
    point: { en: 'Intrusion prevention', 'zh-cn': '入侵防范' },
    gist: { en: 'Administration allowed from limited terminals or addresses only', 'zh-cn': '限制管理终端的来源' },
  },
  '8.1.4.4 d': {
    objects: ['application'],
    unit: 'L3-CES1-20',
    point: { en: 'Intrusion prevention', 'zh-cn': '入侵防范' },
    gist: { en: 'Input from people and interfaces is validated', 'zh-cn': '输入内容要校验' },
  },
  '8.1.4.4 e': {
    objects: ['server', 'database', 'application'],
    unit: 'L3-CES1-21',
    point: { en: 'Intrusion prevention', 'zh-cn': '入侵防范' },
    gist: { en: 'Known holes found, tested and patched in time', 'zh-cn': '发现漏洞、测试后及时修补' },
  },
  '8.1.4.4 f': {
    objects: ['server'],
    unit: 'L3-CES1-22',
    point: { en: 'Intrusion prevention', 'zh-cn': '入侵防范' },
    gist: { en: 'Intrusions on important nodes detected and alarmed', 'zh-cn': '重要节点入侵可检测告警' },
  },
  '8.1.4.5': {
    objects: ['server'],
    unit: 'L3-CES1-23',
    point: { en: 'Malicious code prevention', 'zh-cn': '恶意代码防范' },
    gist: { en: 'Malware recognised in time and blocked', 'zh-cn': '识别并阻断恶意代码' },
  },
  '8.1.4.6': {
    objects: ['server', 'database', 'application'],
    unit: 'L3-CES1-24',
    point: { en: 'Trusted verification', 'zh-cn': '可信验证' },
    gist: { en: 'Optional: computing devices prove what they boot and run', 'zh-cn': '计算设备可信启动与度量（可选）' },
  },
  '8.1.4.7 a': {
    objects: ['server', 'database', 'application', 'data'],
    unit: 'L3-CES1-25',
    point: { en: 'Data integrity', 'zh-cn': '数据完整性' },
    gist: { en: 'Important data cannot be altered unnoticed in transit', 'zh-cn': '重要数据传输防篡改' },
  },
  '8.1.4.7 b': {
    objects: ['server', 'database', 'application', 'data'],
    unit: 'L3-CES1-26',
    point: { en: 'Data integrity', 'zh-cn': '数据完整性' },
    gist: { en: 'Important data cannot be altered unnoticed at rest', 'zh-cn': '重要数据存储防篡改' },
  },
  '8.1.4.8 a': {
    objects: ['server', 'database', 'application', 'data'],
    unit: 'L3-CES1-27',
    point: { en: 'Data confidentiality', 'zh-cn': '数据保密性' },
    gist: { en: 'Important data encrypted in transit', 'zh-cn': '重要数据传输加密' },
  },
  '8.1.4.8 b': {
    objects: ['server', 'database', 'application', 'data'],
    unit: 'L3-CES1-28',
    point: { en: 'Data confidentiality', 'zh-cn': '数据保密性' },
    gist: { en: 'Important data encrypted at rest', 'zh-cn': '重要数据存储加密' },
  },
  '8.1.4.9 a': {
    objects: ['server', 'database', 'application', 'data'],
    unit: 'L3-CES1-29',
    point: { en: 'Data backup and recovery', 'zh-cn': '数据备份恢复' },
    gist: { en: 'Local backup exists and can be restored', 'zh-cn': '本地有备份且能恢复' },
  },
  '8.1.4.9 b': {
    objects: ['server', 'database', 'application', 'data'],
    unit: 'L3-CES1-30',
    point: { en: 'Data backup and recovery', 'zh-cn': '数据备份恢复' },
    gist: { en: 'Real-time backup at another site', 'zh-cn': '异地实时备份' },
  },
  '8.1.4.9 c': {
    objects: ['server', 'database', 'application', 'data'],
    unit: 'L3-CES1-31',
    point: { en: 'Data backup and recovery', 'zh-cn': '数据备份恢复' },
    gist: { en: 'Important processing systems have hot standby', 'zh-cn': '重要处理系统热备' },
  },
  '8.1.4.10 a': {
    objects: ['server', 'database', 'application', 'data'],
    unit: 'L3-CES1-32',
    point: { en: 'Residual information protection', 'zh-cn': '剩余信息保护' },
    gist: { en: 'Space that held credentials wiped before reuse', 'zh-cn': '存过鉴别信息的空间先清净' },
  },
  '8.1.4.10 b': {
    objects: ['server', 'database', 'application', 'data'],
    unit: 'L3-CES1-33',
    point: { en: 'Residual information protection', 'zh-cn': '剩余信息保护' },
    gist: { en: 'Space that held sensitive data wiped before reuse', 'zh-cn': '存过敏感数据的空间先清净' },
  },
  '8.1.4.11 a': {
    objects: ['database', 'application', 'data'],
    unit: 'L3-CES1-34',
    point: { en: 'Personal information protection', 'zh-cn': '个人信息保护' },
    gist: { en: 'Only necessary personal data collected and kept', 'zh-cn': '个人信息只收只存必需的' },
  },
  '8.1.4.11 b': {
    objects: ['database', 'application', 'data'],
    unit: 'L3-CES1-35',
    point: { en: 'Personal information protection', 'zh-cn': '个人信息保护' },
    gist: { en: 'Personal data not accessed or used unlawfully', 'zh-cn': '个人信息不得违规访问使用' },
  },
  '8.1.5.1 a': {
    objects: ['management'],
    unit: 'L3-SMC1-01',
    point: { en: 'System management', 'zh-cn': '系统管理' },
    gist: {
      en: 'System administrators authenticated, confined to set interfaces, audited',
      'zh-cn': '系统管理员须鉴别、限界面、留痕',
    },
  },
  '8.1.5.1 b': {
    objects: ['management'],
    unit: 'L3-SMC1-02',
    point: { en: 'System management', 'zh-cn': '系统管理' },
    gist: {
      en: 'System administrator manages resources, start-up, faults and recovery',
      'zh-cn': '资源与运行由系统管理员管控',
    },
  },
  '8.1.5.2 a': {
    objects: ['management'],
    unit: 'L3-SMC1-03',
    point: { en: 'Audit management', 'zh-cn': '审计管理' },
    gist: {
      en: 'Audit administrators authenticated, confined to set interfaces, audited',
      'zh-cn': '审计管理员须鉴别、限界面、留痕',
    },
  },
  '8.1.5.2 b': {
    objects: ['management'],
    unit: 'L3-SMC1-04',
    point: { en: 'Audit management', 'zh-cn': '审计管理' },
    gist: { en: 'Audit administrator analyses, stores and queries records', 'zh-cn': '审计管理员分析与保管记录' },
  },
  '8.1.5.3 a': {
    objects: ['management'],
    unit: 'L3-SMC1-05',
    point: { en: 'Security management', 'zh-cn': '安全管理' },
    gist: {
      en: 'Security administrators authenticated, confined to set interfaces, audited',
      'zh-cn': '安全管理员须鉴别、限界面、留痕',
    },
  },
  '8.1.5.3 b': {
    objects: ['management'],
    unit: 'L3-SMC1-06',
    point: { en: 'Security management', 'zh-cn': '安全管理' },
    gist: {
      en: 'Security administrator configures policy, labels and authorisation',
      'zh-cn': '安全策略由安全管理员配置',
    },
  },
  '8.1.5.4 a': {
    objects: ['management'],
    unit: 'L3-SMC1-07',
    point: { en: 'Centralised control', 'zh-cn': '集中管控' },
    gist: { en: 'A separate zone manages security devices', 'zh-cn': '划出专用管理区' },
  },
  '8.1.5.4 b': {
    objects: ['management'],
    unit: 'L3-SMC1-08',
    point: { en: 'Centralised control', 'zh-cn': '集中管控' },
    gist: { en: 'Security devices managed over a secure path', 'zh-cn': '管理安全设备走安全通道' },
  },
  '8.1.5.4 c': {
    objects: ['management'],
    unit: 'L3-SMC1-09',
    point: { en: 'Centralised control', 'zh-cn': '集中管控' },
    gist: { en: 'Links, devices and servers monitored centrally', 'zh-cn': '运行状况集中监测' },
  },
  '8.1.5.4 d': {
    objects: ['management'],
    unit: 'L3-SMC1-10',
    point: { en: 'Centralised control', 'zh-cn': '集中管控' },
    gist: { en: 'Logs collected centrally and kept as law requires', 'zh-cn': '日志集中、留存达法定期限' },
  },
  '8.1.5.4 e': {
    objects: ['management'],
    unit: 'L3-SMC1-11',
    point: { en: 'Centralised control', 'zh-cn': '集中管控' },
    gist: { en: 'Policy, malware protection and patches managed centrally', 'zh-cn': '策略查毒补丁集中管理' },
  },
  '8.1.5.4 f': {
    objects: ['management'],
    unit: 'L3-SMC1-12',
    point: { en: 'Centralised control', 'zh-cn': '集中管控' },
    gist: { en: 'Security events recognised, alarmed and analysed', 'zh-cn': '安全事件识别告警分析' },
  },
  '8.1.9.1 a': {
    objects: ['management'],
    point: { en: 'Grading and filing', 'zh-cn': '定级和备案' },
    gist: { en: 'Level, method and reasons written down', 'zh-cn': '书面写明等级与理由' },
  },
  '8.1.9.1 b': {
    objects: ['management'],
    point: { en: 'Grading and filing', 'zh-cn': '定级和备案' },
    gist: { en: 'Experts review the grading result', 'zh-cn': '专家论证定级结果' },
  },
  '8.1.9.1 c': {
    objects: ['management'],
    point: { en: 'Grading and filing', 'zh-cn': '定级和备案' },
    gist: { en: 'Grading approved by the responsible departments', 'zh-cn': '定级结果获批准' },
  },
  '8.1.9.1 d': {
    objects: ['management'],
    point: { en: 'Grading and filing', 'zh-cn': '定级和备案' },
    gist: { en: 'Filed with the authority and the police', 'zh-cn': '向主管与公安备案' },
  },
  '8.1.9.2 a': {
    objects: ['management'],
    point: { en: 'Security scheme design', 'zh-cn': '安全方案设计' },
    gist: { en: 'Measures chosen by level, adjusted by risk', 'zh-cn': '按等级选措施、按风险调整' },
  },
  '8.1.9.2 b': {
    objects: ['management'],
    point: { en: 'Security scheme design', 'zh-cn': '安全方案设计' },
    gist: { en: 'Overall plan and design, cryptography included', 'zh-cn': '整体规划与方案含密码内容' },
  },
  '8.1.9.2 c': {
    objects: ['management'],
    point: { en: 'Security scheme design', 'zh-cn': '安全方案设计' },
    gist: { en: 'Plans reviewed and approved before use', 'zh-cn': '方案论证批准后才实施' },
  },
  '8.1.9.3 a': {
    objects: ['management'],
    point: { en: 'Product procurement and use', 'zh-cn': '产品采购和使用' },
    gist: { en: 'Security products bought as the state requires', 'zh-cn': '安全产品采购合国家规定' },
  },
  '8.1.9.3 b': {
    objects: ['management'],
    point: { en: 'Product procurement and use', 'zh-cn': '产品采购和使用' },
    gist: { en: "Cryptographic products meet the regulator's rules", 'zh-cn': '密码产品合密码主管要求' },
  },
  '8.1.9.3 c': {
    objects: ['management'],
    point: { en: 'Product procurement and use', 'zh-cn': '产品采购和使用' },
    gist: { en: 'Products tested beforehand, candidate list kept current', 'zh-cn': '产品先测、候选名单常更新' },
  },
  '8.1.9.4 a': {
    objects: ['management'],
    point: { en: 'In-house software development', 'zh-cn': '自行软件开发' },
    gist: {
      en: 'Development kept apart from production, test data controlled',
      'zh-cn': '开发与运行分开、测试数据受控',
    },
  },
  '8.1.9.4 b': {
    objects: ['management'],
    point: { en: 'In-house software development', 'zh-cn': '自行软件开发' },
    gist: { en: 'Development process and conduct are regulated', 'zh-cn': '有开发管理制度' },
  },
  '8.1.9.4 c': {
    objects: ['management'],
    point: { en: 'In-house software development', 'zh-cn': '自行软件开发' },
    gist: { en: 'Secure coding rules exist and are followed', 'zh-cn': '有安全编码规范并照做' },
  },
  '8.1.9.4 d': {
    objects: ['management'],
    point: { en: 'In-house software development', 'zh-cn': '自行软件开发' },
    gist: { en: 'Design documents and guides exist under control', 'zh-cn': '设计文档与指南齐备受控' },
  },
  '8.1.9.4 e': {
    objects: ['management'],
    point: { en: 'In-house software development', 'zh-cn': '自行软件开发' },
    gist: {
      en: 'Security tested in development, malware checked before installation',
      'zh-cn': '开发中测安全、安装前查恶意代码',
    },
  },
  '8.1.9.4 f': {
    objects: ['management'],
    point: { en: 'In-house software development', 'zh-cn': '自行软件开发' },
    gist: { en: 'Repository changes approved, versions strictly controlled', 'zh-cn': '程序库变更须批准并控版本' },
  },
  '8.1.9.4 g': {
    objects: ['management'],
    point: { en: 'In-house software development', 'zh-cn': '自行软件开发' },
    gist: { en: 'Developers are dedicated staff, their work supervised', 'zh-cn': '开发人员专职且受监督' },
  },
  '8.1.9.5 a': {
    objects: ['management'],
    point: { en: 'Outsourced software development', 'zh-cn': '外包软件开发' },
    gist: { en: 'Delivered software checked for malware', 'zh-cn': '外包软件交付前查恶意代码' },
  },
  '8.1.9.5 b': {
    objects: ['management'],
    point: { en: 'Outsourced software development', 'zh-cn': '外包软件开发' },
    gist: { en: 'Supplier delivers design documents and guides', 'zh-cn': '外包方交付文档' },
  },
  '8.1.9.5 c': {
    objects: ['management'],
    point: { en: 'Outsourced software development', 'zh-cn': '外包软件开发' },
    gist: { en: 'Source delivered and reviewed for back doors', 'zh-cn': '外包方交付源码并查后门' },
  },
  '8.1.9.6 a': {
    objects: ['management'],
    point: { en: 'Project implementation', 'zh-cn': '工程实施' },
    gist: { en: 'A named department or person runs implementation', 'zh-cn': '工程实施有人负责' },
  },
  '8.1.9.6 b': {
    objects: ['management'],
    point: { en: 'Project implementation', 'zh-cn': '工程实施' },
    gist: { en: 'An implementation plan controls the work', 'zh-cn': '有安全实施方案' },
  },
  '8.1.9.6 c': {
    objects: ['management'],
    point: { en: 'Project implementation', 'zh-cn': '工程实施' },
    gist: { en: 'Third-party supervision controls the project', 'zh-cn': '第三方监理' },
  },
  '8.1.9.7 a': {
    objects: ['management'],
    point: { en: 'Test and acceptance', 'zh-cn': '测试验收' },
    gist: { en: 'Acceptance tested by plan, report written', 'zh-cn': '按验收方案测试并出报告' },
  },
  '8.1.9.7 b': {
    objects: ['management'],
    point: { en: 'Test and acceptance', 'zh-cn': '测试验收' },
    gist: { en: 'Security test before go-live, cryptography included', 'zh-cn': '上线前安全测试含密码测试' },
  },
  '8.1.9.8 a': {
    objects: ['management'],
    point: { en: 'System delivery', 'zh-cn': '系统交付' },
    gist: { en: 'Hand-over checked against a list', 'zh-cn': '按清单清点交接' },
  },
  '8.1.9.8 b': {
    objects: ['management'],
    point: { en: 'System delivery', 'zh-cn': '系统交付' },
    gist: { en: 'Operators trained', 'zh-cn': '培训运维人员' },
  },
  '8.1.9.8 c': {
    objects: ['management'],
    point: { en: 'System delivery', 'zh-cn': '系统交付' },
    gist: { en: 'Construction and operation documents handed over', 'zh-cn': '交付建设与运维文档' },
  },
  '8.1.9.9 a': {
    objects: ['management'],
    point: { en: 'Graded assessment', 'zh-cn': '等级测评' },
    gist: { en: 'Graded assessment regularly, faults repaired', 'zh-cn': '定期等级测评并整改' },
  },
  '8.1.9.9 b': {
    objects: ['management'],
    point: { en: 'Graded assessment', 'zh-cn': '等级测评' },
    gist: { en: 'Assessed again after major change or regrading', 'zh-cn': '重大变更或变级后再测评' },
  },
  '8.1.9.9 c': {
    objects: ['management'],
    point: { en: 'Graded assessment', 'zh-cn': '等级测评' },
    gist: { en: 'Assessment body chosen as the state requires', 'zh-cn': '测评机构合规' },
  },
  '8.1.9.10 a': {
    objects: ['management'],
    point: { en: 'Service supplier selection', 'zh-cn': '服务供应商选择' },
    gist: { en: 'Service suppliers chosen as the state requires', 'zh-cn': '服务商选择合规' },
  },
  '8.1.9.10 b': {
    objects: ['management'],
    point: { en: 'Service supplier selection', 'zh-cn': '服务供应商选择' },
    gist: { en: 'Contracts fix security duties along the chain', 'zh-cn': '与服务商约定安全义务' },
  },
  '8.1.9.10 c': {
    objects: ['management'],
    point: { en: 'Service supplier selection', 'zh-cn': '服务供应商选择' },
    gist: { en: 'Services reviewed regularly, their changes controlled', 'zh-cn': '定期评审服务、控制其变更' },
  },
  '8.1.10.1 a': {
    objects: ['management'],
    point: { en: 'Environment management', 'zh-cn': '环境管理' },
    gist: { en: 'Named staff run the machine room and its facilities', 'zh-cn': '机房专人管、设施常维护' },
  },
  '8.1.10.1 b': {
    objects: ['management'],
    point: { en: 'Environment management', 'zh-cn': '环境管理' },
    gist: { en: 'Machine-room rules exist', 'zh-cn': '有机房管理制度' },
  },
  '8.1.10.1 c': {
    objects: ['management'],
    point: { en: 'Environment management', 'zh-cn': '环境管理' },
    gist: { en: 'No visitors in key areas, sensitive material put away', 'zh-cn': '重要区不会客、敏感资料收好' },
  },
  '8.1.10.2 a': {
    objects: ['management'],
    point: { en: 'Asset management', 'zh-cn': '资产管理' },
    gist: { en: 'Asset list with owner, importance and place', 'zh-cn': '有资产清单' },
  },
  '8.1.10.2 b': {
    objects: ['management'],
    point: { en: 'Asset management', 'zh-cn': '资产管理' },
    gist: { en: 'Assets labelled and managed by importance', 'zh-cn': '资产按重要性标识管理' },
  },
  '8.1.10.2 c': {
    objects: ['management'],
    point: { en: 'Asset management', 'zh-cn': '资产管理' },
    gist: { en: 'Information classified, its use and transfer regulated', 'zh-cn': '信息分类标识、使用有规范' },
  },
  '8.1.10.3 a': {
    objects: ['management'],
    point: { en: 'Media management', 'zh-cn': '介质管理' },
    gist: { en: 'Media stored safely, controlled, counted regularly', 'zh-cn': '介质专人保管定期盘点' },
  },
  '8.1.10.3 b': {
    objects: ['management'],
    point: { en: 'Media management', 'zh-cn': '介质管理' },
    gist: { en: 'Media transport, archiving and queries recorded', 'zh-cn': '介质运输归档查询有登记' },
  },
  '8.1.10.4 a': {
    objects: ['management'],
    point: { en: 'Equipment maintenance management', 'zh-cn': '设备维护管理' },
    gist: { en: 'Equipment and lines maintained regularly', 'zh-cn': '设备线路定期维护' },
  },
  '8.1.10.4 b': {
    objects: ['management'],
    point: { en: 'Equipment maintenance management', 'zh-cn': '设备维护管理' },
    gist: { en: 'Maintenance rules, approval and supervision', 'zh-cn': '维护有制度有审批监督' },
  },
  '8.1.10.4 c': {
    objects: ['management'],
    point: { en: 'Equipment maintenance management', 'zh-cn': '设备维护管理' },
    gist: {
      en: 'Equipment leaves only with approval, important data encrypted',
      'zh-cn': '设备带出须批、重要数据加密',
    },
  },
  '8.1.10.4 d': {
    objects: ['management'],
    point: { en: 'Equipment maintenance management', 'zh-cn': '设备维护管理' },
    gist: { en: 'Media wiped before disposal or reuse', 'zh-cn': '报废重用前彻底清除' },
  },
  '8.1.10.5 a': {
    objects: ['management'],
    point: { en: 'Vulnerability and risk management', 'zh-cn': '漏洞和风险管理' },
    gist: { en: 'Holes and risks found and repaired in time', 'zh-cn': '查找漏洞隐患并及时修补' },
  },
  '8.1.10.5 b': {
    objects: ['management'],
    point: { en: 'Vulnerability and risk management', 'zh-cn': '漏洞和风险管理' },
    gist: { en: 'Regular security assessments, reports and corrections', 'zh-cn': '定期安全测评并整改' },
  },
  '8.1.10.6 a': {
    objects: ['management'],
    point: { en: 'Network and system security management', 'zh-cn': '网络和系统安全管理' },
    gist: { en: 'Administrator roles divided with duties and rights', 'zh-cn': '管理员分角色定职责' },
  },
  '8.1.10.6 b': {
    objects: ['management'],
    point: { en: 'Network and system security management', 'zh-cn': '网络和系统安全管理' },
    gist: { en: 'Named staff control account creation and removal', 'zh-cn': '账户增删专人管' },
  },
  '8.1.10.6 c': {
    objects: ['management'],
    point: { en: 'Network and system security management', 'zh-cn': '网络和系统安全管理' },
    gist: { en: 'Operation rules cover policy, accounts, logs, patches, passwords', 'zh-cn': '运维安全制度齐全' },
  },
  '8.1.10.6 d': {
    objects: ['management'],
    point: { en: 'Network and system security management', 'zh-cn': '网络和系统安全管理' },
    gist: { en: 'Configuration manuals exist and are followed', 'zh-cn': '有配置手册并照做' },
  },
  '8.1.10.6 e': {
    objects: ['management'],
    point: { en: 'Network and system security management', 'zh-cn': '网络和系统安全管理' },
    gist: { en: "Operators' work is logged in detail", 'zh-cn': '运维人员的操作详细留痕' },
  },
  '8.1.10.6 f': {
    objects: ['management'],
    point: { en: 'Network and system security management', 'zh-cn': '网络和系统安全管理' },
    gist: { en: 'Named staff analyse logs, monitoring and alarms', 'zh-cn': '日志与告警专人分析' },
  },
  '8.1.10.6 g': {
    objects: ['management'],
    point: { en: 'Network and system security management', 'zh-cn': '网络和系统安全管理' },
    gist: {
      en: 'Operational changes approved first, logged, configuration base updated',
      'zh-cn': '变更运维先批、留痕、更新库',
    },
  },
  '8.1.10.6 h': {
    objects: ['management'],
    point: { en: 'Network and system security management', 'zh-cn': '网络和系统安全管理' },
    gist: { en: 'Tools approved before use, logged, cleaned afterwards', 'zh-cn': '运维工具先批、留痕、用后清理' },
  },
  '8.1.10.6 i': {
    objects: ['management'],
    point: { en: 'Network and system security management', 'zh-cn': '网络和系统安全管理' },
    gist: { en: 'Remote maintenance approved, logged, closed afterwards', 'zh-cn': '远程运维先批、留痕、用完即关' },
  },
  '8.1.10.6 j': {
    objects: ['management'],
    point: { en: 'Network and system security management', 'zh-cn': '网络和系统安全管理' },
    gist: { en: 'External connections approved and checked regularly', 'zh-cn': '外部连接须批准并定期检查' },
  },
  '8.1.10.7 a': {
    objects: ['management'],
    point: { en: 'Malicious code prevention management', 'zh-cn': '恶意代码防范管理' },
    gist: { en: 'Users aware, outside devices checked before connecting', 'zh-cn': '防毒意识、外来设备先查' },
  },
  '8.1.10.7 b': {
    objects: ['management'],
    point: { en: 'Malicious code prevention management', 'zh-cn': '恶意代码防范管理' },
    gist: { en: 'Malware protection tested regularly', 'zh-cn': '定期验证防恶意代码有效' },
  },
  '8.1.10.8 a': {
    objects: ['management'],
    point: { en: 'Configuration management', 'zh-cn': '配置管理' },
    gist: { en: 'Topology, component versions, patches and settings recorded', 'zh-cn': '记录拓扑、组件版本与参数' },
  },
  '8.1.10.8 b': {
    objects: ['management'],
    point: { en: 'Configuration management', 'zh-cn': '配置管理' },
    gist: { en: 'Configuration changes controlled, the base updated', 'zh-cn': '配置变更受控并更新库' },
  },
  '8.1.10.9 a': {
    objects: ['management'],
    point: { en: 'Cryptography management', 'zh-cn': '密码管理' },
    gist: { en: 'Cryptographic standards followed', 'zh-cn': '遵循密码标准' },
  },
  '8.1.10.9 b': {
    objects: ['management'],
    point: { en: 'Cryptography management', 'zh-cn': '密码管理' },
    gist: { en: 'Approved cryptographic products used', 'zh-cn': '用获核准的密码产品' },
  },
  '8.1.10.10 a': {
    objects: ['management'],
    point: { en: 'Change management', 'zh-cn': '变更管理' },
    gist: { en: 'Change plans reviewed and approved', 'zh-cn': '变更方案先评审审批' },
  },
  '8.1.10.10 b': {
    objects: ['management'],
    point: { en: 'Change management', 'zh-cn': '变更管理' },
    gist: { en: 'Changes requested, approved and recorded', 'zh-cn': '变更申报审批并记录' },
  },
  '8.1.10.10 c': {
    objects: ['management'],
    point: { en: 'Change management', 'zh-cn': '变更管理' },
    gist: { en: 'Failed changes can be rolled back, rehearsed', 'zh-cn': '变更失败可回退、要演练' },
  },
  '8.1.10.11 a': {
    objects: ['management'],
    point: { en: 'Backup and recovery management', 'zh-cn': '备份与恢复管理' },
    gist: { en: 'What needs backup is identified', 'zh-cn': '确定须备份的内容' },
  },
  '8.1.10.11 b': {
    objects: ['management'],
    point: { en: 'Backup and recovery management', 'zh-cn': '备份与恢复管理' },
    gist: { en: 'Backup method, frequency, medium and retention laid down', 'zh-cn': '规定备份方式频度介质期限' },
  },
  '8.1.10.11 c': {
    objects: ['management'],
    point: { en: 'Backup and recovery management', 'zh-cn': '备份与恢复管理' },
    gist: { en: 'Backup and recovery strategy and procedures', 'zh-cn': '有备份与恢复策略程序' },
  },
  '8.1.10.12 a': {
    objects: ['management'],
    point: { en: 'Security incident handling', 'zh-cn': '安全事件处置' },
    gist: { en: 'Weaknesses and suspicious events reported in time', 'zh-cn': '弱点与可疑事件及时上报' },
  },
  '8.1.10.12 b': {
    objects: ['management'],
    point: { en: 'Security incident handling', 'zh-cn': '安全事件处置' },
    gist: { en: 'Incident reporting and handling rules exist', 'zh-cn': '有事件报告处置制度' },
  },
  '8.1.10.12 c': {
    objects: ['management'],
    point: { en: 'Security incident handling', 'zh-cn': '安全事件处置' },
    gist: { en: 'Causes analysed, evidence kept, lessons recorded', 'zh-cn': '事件查因、取证、总结' },
  },
  '8.1.10.12 d': {
    objects: ['management'],
    point: { en: 'Security incident handling', 'zh-cn': '安全事件处置' },
    gist: { en: 'Major incidents handled and reported by own procedure', 'zh-cn': '重大事件另有处置报告程序' },
  },
  '8.1.10.13 a': {
    objects: ['management'],
    point: { en: 'Emergency plan management', 'zh-cn': '应急预案管理' },
    gist: { en: 'One framework for emergency plans', 'zh-cn': '统一预案框架' },
  },
  '8.1.10.13 b': {
    objects: ['management'],
    point: { en: 'Emergency plan management', 'zh-cn': '应急预案管理' },
    gist: { en: 'Emergency plans for important events', 'zh-cn': '重要事件有应急预案' },
  },
  '8.1.10.13 c': {
    objects: ['management'],
    point: { en: 'Emergency plan management', 'zh-cn': '应急预案管理' },
    gist: { en: 'Regular training and drills', 'zh-cn': '定期培训与演练' },
  },
  '8.1.10.13 d': {
    objects: ['management'],
    point: { en: 'Emergency plan management', 'zh-cn': '应急预案管理' },
    gist: { en: 'Plans reviewed and revised regularly', 'zh-cn': '定期评估修订预案' },
  },
  '8.1.10.14 a': {
    objects: ['management'],
    point: { en: 'Outsourced maintenance management', 'zh-cn': '外包运维管理' },
    gist: { en: 'Maintenance contractors chosen as the state requires', 'zh-cn': '外包运维商选择合规' },
  },
  '8.1.10.14 b': {
    objects: ['management'],
    point: { en: 'Outsourced maintenance management', 'zh-cn': '外包运维管理' },
    gist: { en: 'Contract states scope and work', 'zh-cn': '协议写明外包范围与内容' },
  },
  '8.1.10.14 c': {
    objects: ['management'],
    point: { en: 'Outsourced maintenance management', 'zh-cn': '外包运维管理' },
    gist: { en: 'Contractor able to work to the graded requirements', 'zh-cn': '外包商有等保运维能力' },
  },
  '8.1.10.14 d': {
    objects: ['management'],
    point: { en: 'Outsourced maintenance management', 'zh-cn': '外包运维管理' },
    gist: { en: 'Contract states all security requirements', 'zh-cn': '协议写明全部安全要求' },
  },
  '8.2.4.4 a': {
    objects: ['server', 'application', 'management'],
    unit: 'L3-CES2-07',
    point: { en: 'Image and snapshot protection', 'zh-cn': '镜像和快照保护' },
    gist: {
      en: 'Hardened system images or hardening service for important systems',
      'zh-cn': '重要业务用加固系统镜像',
    },
  },
  '8.2.4.4 b': {
    objects: ['server', 'application', 'management'],
    unit: 'L3-CES2-08',
    point: { en: 'Image and snapshot protection', 'zh-cn': '镜像和快照保护' },
    gist: { en: 'Images and snapshots checked against tampering', 'zh-cn': '镜像快照校验防篡改' },
  },
  '8.2.4.4 c': {
    objects: ['server', 'application', 'management'],
    unit: 'L3-CES2-09',
    point: { en: 'Image and snapshot protection', 'zh-cn': '镜像和快照保护' },
    gist: { en: 'Sensitive content in images and snapshots protected', 'zh-cn': '镜像快照中敏感内容受保护' },
  },
  '8.2.4.5 a': {
    objects: ['data', 'management'],
    unit: 'L3-CES2-10',
    point: { en: 'Data integrity and confidentiality', 'zh-cn': '数据完整性和保密性' },
    gist: { en: 'Customer and personal data stays in China unless allowed', 'zh-cn': '数据存境内、出境合规' },
  },
  '8.2.4.5 b': {
    objects: ['data', 'management'],
    unit: 'L3-CES2-11',
    point: { en: 'Data integrity and confidentiality', 'zh-cn': '数据完整性和保密性' },
    gist: { en: "Data managed only with the customer's authorisation", 'zh-cn': '客户授权才可管其数据' },
  },
  '8.2.4.5 c': {
    objects: ['data', 'management'],
    unit: 'L3-CES2-12',
    point: { en: 'Data integrity and confidentiality', 'zh-cn': '数据完整性和保密性' },
    gist: { en: 'Data kept intact while virtual machines migrate', 'zh-cn': '虚机迁移数据防篡改' },
  },
  '8.2.4.5 d': {
    objects: ['data', 'management'],
    unit: 'L3-CES2-13',
    point: { en: 'Data integrity and confidentiality', 'zh-cn': '数据完整性和保密性' },
    gist: { en: 'Customers can manage their own keys', 'zh-cn': '客户可自管密钥加解密' },
  },
};
