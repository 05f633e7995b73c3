/** MLPS-RUN-019: a server comes back by itself, and does not try for ever. */
import { CONTAINER_KINDS } from '../../ruleKinds';
import type { Rule } from '../rule';

export const restartPolicy: Rule = {
  id: 'MLPS-RUN-019',
  name: 'restart-policy',
  severity: 'info',
  profile: 'mlps3',
  kinds: CONTAINER_KINDS,
  clauses: ['~8.1.5.1 b'],
  rows: ['C28'],
  peers: ['Restart Policy On Failure Not Set To 5', 'CIS 5.15'],
  hardening: true,
  options: {
    require: {
      default: '',
      description: {
        en: 'The only policy that is accepted, e.g. unless-stopped.',
        'zh-cn': '唯一接受的策略，如 unless-stopped。',
      },
    },
  },
  title: { en: 'Set a restart policy', 'zh-cn': '设置重启策略' },
  why: {
    en: 'A server without a policy stays away after a crash or a restart of the host until somebody notices.',
    'zh-cn': '没有重启策略的服务在崩溃或主机重启后会一直停止，直到有人发现。',
  },
  remedy: {
    en: 'Set `restart: unless-stopped`. `always` and `on-failure` with at most five tries are accepted too.',
    'zh-cn': '设置 `restart: unless-stopped`。也接受 `always` 和最多重试五次的 `on-failure`。',
  },
  messages: {
    missing: {
      en: 'The service does not come back after a crash. Add restart: unless-stopped.',
      'zh-cn': '服务崩溃后不会恢复。请添加 restart: unless-stopped。',
    },
    unbounded: {
      en: 'on-failure without a bound of at most 5 restarts for ever and hides the cause. Write on-failure:5 or unless-stopped.',
      'zh-cn': 'on-failure 未限制在 5 次以内，会无休止重启并掩盖原因。请写 on-failure:5 或 unless-stopped。',
    },
    other: { en: 'The configured policy is {wanted}.', 'zh-cn': '配置要求的策略是 {wanted}。' },
    add: { en: 'Add restart: unless-stopped', 'zh-cn': '添加 restart: unless-stopped' },
    bound: { en: 'Write on-failure:5', 'zh-cn': '改为 on-failure:5' },
  },
  check: {
    container(container, { report, option }) {
      const { restart, complete, server, name, anchor, writer } = container;
      const wanted = option<string>('require');
      if (!restart || restart.known === '') {
        if (!complete || !server) return;
        report({
          place: anchor,
          message: 'missing',
          service: name,
          harden: { container, settings: [{ kind: 'restart', value: wanted || 'unless-stopped' }] },
        });
        return;
      }
      if (restart.known === undefined || !server) return;
      if (wanted && restart.known !== wanted)
        report({ place: restart.place, message: 'other', data: { wanted }, service: name });
      const tries = /^on-failure(?::(\d+))?$/.exec(restart.known);
      if (wanted || !tries || (tries[1] !== undefined && Number(tries[1]) > 0 && Number(tries[1]) <= 5)) return;
      const own = !container.swarmRestart;
      const edits = () => (own ? writer.replace(restart, 'on-failure:5') : undefined);
      report({
        place: restart.place,
        message: 'unbounded',
        service: name,
        fixes: () => [{ safe: false, title: 'bound', edits: edits() }],
      });
    },
  },
};
