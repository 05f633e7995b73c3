/** MLPS-APP-002: no debugger, profiler or toolbar ships with an application. */
import { debugPackage } from '../../data/debugPackages';
import { packageName } from '../../documents/requirements/requirements';
import { isDevelopmentStage } from '../../model/developmentFile';
import { isForJobs } from '../../model/filePurpose';
import { placeIn } from '../../model/value';
import { debugTools } from '../../readings/debugTools';
import { packageCommandsOf } from '../../readings/packageCommand';
import type { Rule } from '../rule';

export const noDebugToolbar: Rule = {
  id: 'MLPS-APP-002',
  name: 'no-debug-toolbar',
  severity: 'error',
  profile: 'recommended',
  kinds: ['python', 'requirements', 'dockerfile'],
  wider: {
    en: 'A tool that is made here and given to the application elsewhere, and debuggers among the packages that are shipped (`ipdb`, `debugpy`).',
    'zh-cn': '在此创建、在别处交给应用的工具，以及随应用交付的软件包中的调试器（`ipdb`、`debugpy`）。',
  },
  clauses: ['~8.1.4.4 a', '~8.1.9.7 b'],
  rows: ['C80'],
  peers: [],
  title: { en: 'Ship no debugging tools with a web application', 'zh-cn': '不得随 Web 应用交付调试工具' },
  why: {
    en: 'A debug toolbar shows settings, queries and variables to visitors, the console of `werkzeug.debug` runs what they type, a profiler is a page of its own, and `set_trace` stops the worker for ever.',
    'zh-cn':
      '调试工具栏会向访问者显示设置、查询和变量，`werkzeug.debug` 的控制台会执行其输入，性能分析器自带页面，`set_trace` 会使工作进程永远停住。',
  },
  remedy: {
    en: 'Leave them to a group of requirements for development, and to code that asks `if app.debug:` first.',
    'zh-cn': '请只放入开发用的依赖组，并仅在 `if app.debug:` 之后使用。',
  },
  messages: {
    tool: {
      en: '{tool} is part of the application for whoever visits it. Keep it for development: if app.debug.',
      'zh-cn': '{tool} 成为应用的一部分，任何访问者都能接触。请只在开发时使用：if app.debug。',
    },
    shipped: {
      en: '{name} is installed with the application. Move it to a group of requirements for development.',
      'zh-cn': '{name} 会随应用安装。请移至开发用的依赖组。',
    },
    stop: {
      en: '{tool} stops the worker when it gets here. Remove it.',
      'zh-cn': '执行到 {tool} 时工作进程会停住。请移除。',
    },
  },
  check: {
    script(script, { report, purpose }) {
      if (!script.run?.ships || isForJobs(purpose) || isDevelopmentStage(script.run.file.target?.name)) return;
      for (const { family, action, packages } of packageCommandsOf(script)) {
        if (family !== 'pip' || action !== 'install') continue;
        for (const word of packages) {
          const name = packageName(/^[\w.-]*/.exec(word.resolved)![0]);
          const of = debugPackage(name);
          if (!of) continue;
          const profile = of === 'developers' ? 'mlps3' : undefined;
          report({ place: placeIn(script, word), message: 'shipped', data: { name }, profile });
        }
      }
    },
    requirement({ name, place }, { report, purpose }) {
      const of = isForJobs(purpose) ? undefined : debugPackage(name);
      if (of) report({ place, message: 'shipped', data: { name }, profile: of === 'developers' ? 'mlps3' : undefined });
    },
    python(module, { report, purpose }) {
      if (isForJobs(purpose)) return;
      for (const { place, tool, stops, isMadeOnly } of debugTools(module))
        report({
          place: placeIn(module, place),
          message: stops ? 'stop' : 'tool',
          data: { tool },
          profile: isMadeOnly ? 'mlps3' : undefined,
        });
    },
  },
};
