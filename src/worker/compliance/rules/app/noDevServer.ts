/** MLPS-APP-003: a deployed application is served by a server that is made for it. */

import { exposedPorts } from '../../documents/dockerfile/exposedPorts';
import { startCommand } from '../../documents/dockerfile/startCommand';
import { placeOfWords, type Script } from '../../documents/shell/script';
import { fileName } from '../../files';
import { isDevelopmentFile, isDevelopmentStage } from '../../model/developmentFile';
import { isForJobs } from '../../model/filePurpose';
import { type Place, placeIn } from '../../model/value';
import { publicRuns } from '../../readings/devServer';
import { isServedElsewhere } from '../../readings/servedElsewhere';
import { commandsOf, serverOf, startsDevServer } from '../../readings/startedServer';
import { CONTAINER_KINDS } from '../../ruleKinds';
import type { Report, Rule, RuleContext } from '../rule';

export const noDevServer: Rule = {
  id: 'MLPS-APP-003',
  name: 'no-dev-server',
  severity: 'warning',
  profile: 'recommended',
  kinds: ['python', 'dockerfile', ...CONTAINER_KINDS, 'shell'],
  clauses: ['~8.1.9.4 a', '~8.1.9.4 c'],
  rows: ['C07'],
  peers: ['avoid_app_run_with_bad_host'],
  title: { en: "Do not deploy a framework's development server", 'zh-cn': '不得用框架自带的开发服务器部署应用' },
  why: {
    en: 'The server of Flask, Werkzeug or Django is made for one developer: it withstands neither load nor slow clients, writes no access log as a server does, and its own documents say not to deploy it. Level 3 keeps development and operation apart.',
    'zh-cn':
      'Flask、Werkzeug、Django 自带的服务器只为单个开发者设计：不能承受负载和慢速客户端，没有服务器应有的访问日志，其文档也说明不要用于部署。等保三级要求开发环境与运行环境分开。',
  },
  remedy: {
    en: 'Start gunicorn, uWSGI or waitress: `CMD ["gunicorn", "-b", "0.0.0.0:8080", "app:app"]`. `app.run()` below `if __name__ == "__main__"` may stay for developers.',
    'zh-cn':
      '请使用 gunicorn、uWSGI 或 waitress 启动：`CMD ["gunicorn", "-b", "0.0.0.0:8080", "app:app"]`。供开发者使用的 `app.run()` 可保留在 `if __name__ == "__main__"` 之下。',
  },
  messages: {
    command: {
      en: 'This starts the development server. Start the application with gunicorn, uWSGI or waitress.',
      'zh-cn': '此命令启动的是开发服务器。请用 gunicorn、uWSGI 或 waitress 启动应用。',
    },
    script: {
      en: '{script} starts the development server. Start the application with gunicorn, uWSGI or waitress.',
      'zh-cn': '{script} 启动的是开发服务器。请用 gunicorn、uWSGI 或 waitress 启动应用。',
    },
    call: {
      en: 'This opens the development server to the network. Let it listen on 127.0.0.1, and deploy with gunicorn, uWSGI or waitress.',
      'zh-cn': '此调用把开发服务器开放给网络。请让它监听 127.0.0.1，部署时使用 gunicorn、uWSGI 或 waitress。',
    },
    gunicorn: {
      en: 'Start gunicorn (install it, and check the name of the application)',
      'zh-cn': '改用 gunicorn 启动（请安装，并核对应用名称）',
    },
  },
  check: {
    python(module, { report, purpose, files }) {
      if (module.isExcerpt || isForJobs(purpose)) return;
      const runs = publicRuns(module);
      if (runs.length === 0 || isServedElsewhere(module, files)) return;
      for (const run of runs) report({ place: placeIn(module, run), message: 'call' });
    },
    dockerfile(file, context) {
      if (isForJobs(context.purpose) || isDevelopmentStage(file.target?.name)) return;
      const start = startCommand(file);
      if (!start) return;
      const port = exposedPorts(file)[0]?.range?.first ?? 8080;
      const newText = `["gunicorn", "-b", "0.0.0.0:${port}", "app:app"]`;
      const fixes = () => [
        { safe: false, title: 'gunicorn', edits: start.isAlone ? [{ ...start.place, newText }] : undefined },
      ];
      tell(commandsOf(start.words), start.place, file.uri, context, undefined, fixes);
    },
    container({ origin, command, name, development }, context) {
      const [first] = command;
      const last = command.at(-1);
      // The commands of services are read as scripts.
      if (origin !== 'run' || !first || !last || development || isForJobs(context.purpose)) return;
      const commands = commandsOf(command.map(({ resolved }) => resolved));
      tell(commands, { ...first.place, end: last.place.end }, first.place.uri, context, name);
    },
    script(script, context) {
      const { service, uri } = script;
      if (!isStart(script) || isForJobs(context.purpose) || isDevelopmentFile(uri)) return;
      if (context.containers.some((container) => container.name === service && container.development)) return;
      for (const { words } of script.commands)
        if (words.length > 0)
          tell([words.map(({ resolved }) => resolved)], placeOfWords(script, words), uri, context, service);
    },
  },
};

/** A service's command, a unit of the host, or what an image starts with by its name. */
const isStart = ({ service, kind, uri, run }: Script): boolean =>
  service !== undefined || kind === 'systemd' || (kind === 'shell' && !run && ENTRYPOINT.test(fileName(uri)));

const ENTRYPOINT = /^(?:docker-)?entry-?point\b/i;

function tell(
  commands: string[][],
  place: Place,
  uri: string,
  { report, files }: RuleContext,
  service?: string,
  fixes?: Report['fixes'],
): void {
  for (const words of commands) {
    const server = serverOf(words);
    const script = typeof server === 'object' ? server.script : undefined;
    if (script !== undefined ? !startsDevServer(uri, script, files) : server !== 'development') continue;
    const data = { script: script ?? '' };
    report({ place, message: script === undefined ? 'command' : 'script', data, service, fixes });
    return;
  }
}
