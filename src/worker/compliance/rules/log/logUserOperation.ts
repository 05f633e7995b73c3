/** MLPS-LOG-011: what users do is recorded. */
import { callsIn } from '../../documents/python/lookups';
import { lastName, nameOf, type PythonModule } from '../../documents/python/pythonModule';
import type { Is } from '../../documents/python/syntax';
import { placeIn } from '../../model/value';
import { loggedHandlers, recordEdits } from '../../readings/operationLog';
import { quietLevel, SETS_LEVELS } from '../../readings/quietLevel';
import { requestHandlers } from '../../readings/requestHandlers';
import type { Rule } from '../rule';

export const logUserOperation: Rule = {
  id: 'MLPS-LOG-011',
  name: 'log-user-operation',
  severity: 'hint',
  profile: 'mlps3',
  kinds: ['python'],
  clauses: ['8.1.4.3 a', '~8.1.4.3 b'],
  rows: ['C16', 'C68'],
  peers: [],
  title: { en: 'Record what users do', 'zh-cn': '记录用户操作' },
  why: {
    en: 'Level 3 asks for a record of every important act of every user. An access log tells that an address was asked for; who made or decoded what, and with what result, only the application knows.',
    'zh-cn':
      '等保三级要求审计覆盖每个用户的重要行为。访问日志只说明请求了某个地址；谁生成或识别了什么、结果如何，只有应用知道。',
  },
  remedy: {
    en: 'Write one structured record for each act: time, source address, user, action, result. One function behind all requests (`after_request`) does for all handlers. Record the action, never the content of the code or a password.',
    'zh-cn':
      '请为每次操作写一条结构化记录：时间、来源地址、用户、动作、结果。用一个覆盖所有请求的函数（`after_request`）即可。只记录动作，不得记录二维码内容或口令。',
  },
  messages: {
    none: {
      en: '{name} changes something and records nothing. Log time, address, user, action and result.',
      'zh-cn': '{name} 会改变数据，但没有任何记录。请记录时间、来源地址、用户、动作和结果。',
    },
    quiet: {
      en: 'Records at the level of info are not kept: without a level, and from WARNING on, they are dropped. Write level=logging.INFO.',
      'zh-cn': 'info 级别的记录不会保留：未设置级别或级别为 WARNING 及以上时均被丢弃。请写 level=logging.INFO。',
    },
    level: { en: 'Keep records at the level of info', 'zh-cn': '保留 info 级别的记录' },
    log: { en: 'Record the action (add user and result)', 'zh-cn': '记录该操作（请补充用户和结果）' },
  },
  check: {
    deployment(deployment, { report }) {
      for (const module of deployment.own('python')) {
        if (module.isExcerpt) continue;
        const logged = loggedHandlers(module, () =>
          deployment.all('python', /(?:before|after|teardown)_(?:app_)?request/),
        );
        let isRecorded = false;
        for (const { node, methods } of requestHandlers(module)) {
          const changes = methods?.some((method) => /^(?:POST|PUT|PATCH|DELETE)$/.test(method));
          // By its name alone it may be the page with the form.
          if (!changes && !(ACTS.test(node.name) && callsIn(module, node).some((call) => acts(module, call.node))))
            continue;
          if (logged(node)) {
            isRecorded = true;
            continue;
          }
          const fixes = () => [{ safe: false, title: 'log', edits: recordEdits(module, node) }];
          report({ place: placeIn(module, node.namePlace), message: 'none', data: { name: node.name }, fixes });
        }
        const quiet = isRecorded ? quietLevel(module) : undefined;
        // Another module may set the level of all of them.
        if (!quiet || deployment.all('python', SETS_LEVELS).some(({ uri }) => uri !== module.uri)) continue;
        const place = placeIn(module, quiet.place);
        const edits = quiet.isNamed ? [{ ...place, newText: 'logging.INFO' }] : undefined;
        report({ place, message: 'quiet', fixes: () => [{ safe: false, title: 'level', edits }] });
      }
    },
  },
};

/** What shows a page, and does nothing else. */
const SHOWS = /(?:^|\.)(?:render_template|redirect|url_for|flash|make_response|jsonify|get_flashed_messages|abort)$/;
const acts = (module: PythonModule, { callee }: Is<'call'>): boolean =>
  !SHOWS.test(nameOf(module, callee) ?? lastName(callee));

const ACTS = /^(?:generate|decode|upload|delete|create|update)(?:_|$)/;
