/** MLPS-APP-001: the debugger of a web framework is off where the application is deployed. */
import { variablesOf } from '../../documents/dockerfile/declaredVariables';
import { startScript } from '../../documents/dockerfile/startShell';
import { placeOfWords, type Script } from '../../documents/shell/script';
import type { ShellCommand } from '../../documents/shell/shellTypes';
import { variablesSet } from '../../documents/shell/shellVariables';
import { removeWord } from '../../documents/shell/wordEdits';
import { fileName } from '../../files';
import { isDevelopmentEnv, isDevelopmentFile, isDevelopmentStage } from '../../model/developmentFile';
import { isForJobs } from '../../model/filePurpose';
import { literalOf } from '../../model/literal';
import { placeIn } from '../../model/value';
import { debugModes } from '../../readings/debugMode';
import { switchesDebugOn } from '../../readings/debugVariables';
import { isLoadedByFlask } from '../../readings/loadedSettings';
import { isServedByAnother } from '../../readings/servedElsewhere';
import { CONTAINER_KINDS } from '../../ruleKinds';
import type { Report, Rule, RuleContext } from '../rule';

export const noDebugMode: Rule = {
  id: 'MLPS-APP-001',
  name: 'no-debug-mode',
  severity: 'error',
  profile: 'recommended',
  kinds: ['python', 'dockerfile', ...CONTAINER_KINDS, 'env', 'shell'],
  wider: {
    en: 'Settings that nothing shows to be those of Flask, `app.run(debug=True)` of a program that another server starts, and commands in scripts, Makefiles and documents that start an application with its debugger.',
    'zh-cn':
      '无法看出属于 Flask 的设置、由其他服务器启动的程序中的 `app.run(debug=True)`，以及脚本、Makefile 和文档中以调试模式启动应用的命令。',
  },
  clauses: ['~8.1.4.4 d', '~8.1.4.4 e', '~8.1.9.7 b'],
  highRisk: ['~6.4.3.2'],
  triggers: ['~A-22'],
  rows: ['C79', 'C75', 'C80'],
  peers: ['debug-enabled', 'avoid_hardcoded_config_DEBUG', 'S4507'],
  title: { en: 'Do not run web applications in debug mode', 'zh-cn': '不得以调试模式运行 Web 应用' },
  why: {
    en: 'The debugger shows source, variables and paths with every error, and its console runs what a visitor types: whoever reaches the port has the server.',
    'zh-cn':
      '调试器会在每次出错时显示源代码、变量和路径，其控制台会执行访问者输入的代码：能访问该端口者即可控制服务器。',
  },
  remedy: {
    en: 'Write `False`, or take it from the environment with a default of off: `os.environ.get("APP_DEBUG") == "1"`. Keep debug mode to a class of settings or a compose file for development.',
    'zh-cn':
      '请写 `False`，或从环境变量读取并默认关闭：`os.environ.get("APP_DEBUG") == "1"`。调试模式只应出现在用于开发的配置类或 compose 文件中。',
  },
  messages: {
    on: { en: 'The debugger is on. Write False.', 'zh-cn': '调试模式已开启。请改为 False。' },
    default: {
      en: 'The debugger is on wherever the environment does not say otherwise. Let the default be off.',
      'zh-cn': '只要环境变量未另行设置，调试模式就会开启。请让默认值为关闭。',
    },
    variable: {
      en: '{name} switches the debugger on. Remove it.',
      'zh-cn': '{name} 会开启调试模式。请移除。',
    },
    command: {
      en: '--debug switches the debugger on. Leave it out.',
      'zh-cn': '--debug 会开启调试模式。请去掉。',
    },
    off: { en: 'Write False', 'zh-cn': '改为 False' },
    remove: { en: 'Remove it', 'zh-cn': '移除' },
  },
  check: {
    python(module, { report, purpose, files, deployment }) {
      if (isForJobs(purpose)) return;
      const modes = debugModes(module);
      // A server for operation imports the module and never gets to its calls.
      const isServed = modes.some(({ call }) => call) && isServedByAnother(module, files);
      const isLoaded = modes.some(({ isForeign }) => isForeign) && isLoadedByFlask(module, deployment);
      for (const { place, isDefault, value, isForeign, call } of modes) {
        const isPassedBy = isServed && call !== undefined;
        const edits = value && [{ ...placeIn(module, value), newText: 'False' }];
        report({
          place: placeIn(module, place),
          message: isDefault ? 'default' : 'on',
          severity: isPassedBy ? 'info' : undefined,
          profile: (isForeign && !isLoaded) || isPassedBy ? 'mlps3' : undefined,
          fixes: () => [{ safe: true, title: 'off', edits }],
        });
      }
    },
    dockerfile(file, context) {
      const { report, purpose } = context;
      if (isForJobs(purpose)) return;
      // A page shows how something may be started.
      const isShown = file.base > 0 || isDevelopmentStage(file.target?.name);
      const start = isShown ? undefined : startScript(file);
      for (const command of start?.commands ?? []) judge(start!, command, context, undefined);
      for (const { instructions, name: stage } of file.chain) {
        if (isDevelopmentStage(stage)) return;
        for (const instruction of instructions.filter(({ keyword }) => keyword === 'ENV')) {
          const variables = variablesOf(file.uri, instruction);
          for (const { name, raw, place } of variables) {
            if (!switchesDebugOn(name, raw === undefined ? undefined : literalOf({ raw }, '\\'))) continue;
            const edits =
              variables.length === 1
                ? [{ ...lineOf(file.text, file.base, instruction.place), newText: '' }]
                : undefined;
            report({
              place,
              message: 'variable',
              data: { name },
              fixes: () => [{ safe: false, title: 'remove', edits }],
            });
          }
        }
      }
    },
    container({ environment, writer, name: service, development }, { report, purpose }) {
      if (development || isForJobs(purpose)) return;
      for (const { name, value } of environment) {
        if (!value || !switchesDebugOn(name, literalOf(value)) || isDevelopmentFile(value.place.uri)) continue;
        const fixes = () => [{ safe: false, title: 'remove', edits: writer.remove(value) }];
        report({ place: value.place, message: 'variable', data: { name }, service, fixes });
      }
    },
    envFile({ uri, text, entries }, { report, purpose }) {
      if (isForJobs(purpose) || isDevelopmentEnv(uri)) return;
      for (const { name, literal, place, namePlace } of entries) {
        if (!switchesDebugOn(name, literal)) continue;
        const edits = [{ ...lineOf(text, 0, { ...namePlace, end: place.end }), newText: '' }];
        const fixes = () => [{ safe: false, title: 'remove', edits }];
        // `flask run` alone reads it, so a server for operation may not.
        const profile = fileName(uri) === '.flaskenv' ? 'mlps3' : undefined;
        report({ place, message: 'variable', data: { name }, profile, fixes });
      }
    },
    script(script, context) {
      if (!isForJobs(context.purpose) && !script.run)
        for (const command of script.commands)
          judge(script, command, context, script.service === undefined ? 'mlps3' : undefined);
    },
  },
};

/** The command of a service or an image is what is deployed; whoever types another one may sit before it. */
function judge(script: Script, command: ShellCommand, { report }: RuleContext, profile: Report['profile']): void {
  for (const { name, known, place } of variablesSet(command))
    if (switchesDebugOn(name, known))
      report({ place: placeIn(script, place), message: 'variable', data: { name }, profile });
  const at = command.words.findIndex(({ known }) => known === '--debug');
  if (at < 0 || !isFlask(command)) return;
  const option = command.words[at]!;
  const fixes = () => [{ safe: false, title: 'remove', edits: removeWord(script, command, option) }];
  report({ place: placeOfWords(script, [option]), message: 'command', profile, fixes });
}

/** `flask --debug run`, `flask run --debug`, `python -m flask …`. */
function isFlask({ name, words }: ShellCommand): boolean {
  const texts = words.map(({ known }) => known);
  const module = texts.indexOf('-m');
  return texts.includes('run') && (name === 'flask' || (/^python[\d.]*$/.test(name) && texts[module + 1] === 'flask'));
}

/** The lines of an entry with their last line break. */
function lineOf<P extends { start: number; end: number }>(text: string, base: number, place: P): P {
  const next = text.indexOf('\n', place.end - base);
  return {
    ...place,
    start: text.lastIndexOf('\n', place.start - base - 1) + 1 + base,
    end: next < 0 ? text.length + base : next + 1 + base,
  };
}
