/**
 * The command line: finds the command, hands it its arguments and streams, and turns its answer
 * into the exit code.
 */
import { readFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import type { Operation } from '../audit/entry';
import { asFailure, fault } from '../worker/protocol/errors';
import type { Locale } from '../worker/protocol/finding';
import type { CliIo } from './io';
import { environmentLocale, takeLang } from './locale';
import { notedOperations } from './notedOperations';
import { tell } from './tell';

type Command = (args: string[], io: CliIo) => Promise<number>;

/** Loaded when asked for, so that `--version` does not wait for the decoder. */
const commands: Record<string, () => Promise<{ run: Command }>> = {
  encode: () => import('./encode'),
  decode: () => import('./decode'),
  lint: () => import('./lint'),
  report: () => import('./report'),
  init: () => import('./init'),
  rules: () => import('./rules'),
  audit: () => import('./audit'),
  lsp: () => import('./lsp'),
  verify: () => import('./verify'),
};

/** What a command that failed was to do; the others do nothing that the operation log tells. */
const OPERATIONS: Record<string, Operation> = {
  encode: 'make',
  decode: 'read',
  lint: 'check',
  report: 'report',
  init: 'create',
};
/** Operations that are written together. */
const MANY = 200;

const help = {
  en: `qr-code-master: make, read and check, offline

  encode  [TEXT | -]   make a QR code, read back before it is written
  decode  PATH… | -    read the QR codes of pictures
  lint    PATH…        check deployment files against MLPS level 3 (GB/T 22239-2019)
  init    [options]    make a deployment in which lint finds nothing
  report  PATH…        the whole checklist with evidence, for an assessor
  rules   [ID]         what the rules ask for
  audit   ACTION       verify or export the operation log, or tell where it lies
  lsp     --stdio      the language server, for other editors
  verify  [PACKAGE]    a package or an installed folder against its hashes

  COMMAND --help       the options of a command
  --version            the version
  --lang en|zh-CN      the language (default: that of LC_ALL, LC_MESSAGES or LANG), with every command

Exit codes: 0 fine; 1 findings, a picture without a symbol, a row that became no code,
a difference that verify finds, or a log that is not whole; 2 wrong usage or unreadable input.
`,
  'zh-cn': `qr-code-master：离线生成、识别、检查

  encode  [文本 | -]   生成二维码，写出前先回读验证
  decode  路径… | -    识别图片中的二维码
  lint    路径…        按等保三级（GB/T 22239-2019）检查部署文件
  init    [选项]       生成检查后没有发现的部署文件
  report  路径…        供测评机构使用的完整检查清单与证据
  rules   [编号]       各规则的要求
  audit   操作         校验、导出操作日志，或显示其位置
  lsp     --stdio      供其他编辑器使用的语言服务器
  verify  [安装包]     对比安装包或安装目录与其哈希值

  命令 --help          某个命令的选项
  --version            版本
  --lang en|zh-CN      语言（默认取自 LC_ALL、LC_MESSAGES 或 LANG），适用于所有命令

退出码：0 正常；1 有发现、图片中没有二维码、批量中有行失败、verify 发现差异或日志不完整；2 用法错误或输入无法读取。
`,
} satisfies Record<Locale, string>;

/** Writes all of it even to a pipe that takes it in pieces. */
function write(fd: number, data: string | Uint8Array): void {
  const bytes = typeof data === 'string' ? Buffer.from(data) : data;
  for (let at = 0; at < bytes.length; ) {
    try {
      at += writeSync(fd, bytes, at);
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code === 'EPIPE') {
        // Nobody reads on; what was just done is still noted, and written down.
        setImmediate(() => void end(0));
        return;
      }
      if (code !== 'EAGAIN') {
        if (fd === 1) throw fault('output-unwritable', { reason: (error as Error).message });
        // Where nothing can be told, the exit code is left.
        return;
      }
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 5);
    }
  }
}

async function readStdin(): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of process.stdin) chunks.push(chunk);
  return Buffer.concat(chunks);
}

let spoken: Locale = 'en';

async function main(given: string[]): Promise<number> {
  const { args, locale = environmentLocale(process.env), wrong } = takeLang(given);
  spoken = locale;
  const io: CliIo = {
    stdout: (data) => write(1, data),
    stderr: (text) => write(2, text),
    stdin: readStdin,
    // When asked: the stream behind it takes as long to load as a small file to lint.
    get isTty() {
      return process.stderr.isTTY === true;
    },
    locale,
    distDir: __dirname,
    note(noted) {
      if (operations.note(noted) >= MANY) void record();
    },
  };
  if (wrong !== undefined) {
    const en = `--lang does not take "${wrong}". It takes: en, zh-CN.`;
    tell(io, locale === 'en' ? en : `--lang 不接受“${wrong}”。可用：en、zh-CN。`);
    return 2;
  }
  const [name, ...rest] = args;
  if (name === '--version') {
    io.stdout(`${JSON.parse(readFileSync(join(__dirname, '../package.json'), 'utf8')).version}\n`);
    return 0;
  }
  if (name === '--help' || name === '-h') {
    io.stdout(help[io.locale]);
    return 0;
  }
  const load = name !== undefined && Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (name === undefined || !load) {
    if (name !== undefined) {
      tell(io, io.locale === 'en' ? `There is no command '${name}'.` : `没有 '${name}' 命令。`);
      io.stderr('\n');
    }
    io.stderr(help[io.locale]);
    return 2;
  }
  const code = await run(load, rest, io);
  const op = OPERATIONS[name];
  if (code === 2 && op && !operations.isAny()) operations.note({ op, result: 'failed' });
  return code;
}

async function run(load: () => Promise<{ run: Command }>, args: string[], io: CliIo): Promise<number> {
  try {
    return await (await load()).run(args, io);
  } catch (error) {
    return failed(error);
  }
}

function failed(error: unknown): number {
  tell({ stderr: (text) => write(2, text) }, `qr-code-master: ${asFailure(error, spoken).message}`);
  return 2;
}

const operations = notedOperations();

/** Behind the data: whoever waits for that has it by now. Ends the run where the log's code is refused. */
async function record(): Promise<void> {
  const noted = operations.take();
  if (noted.length === 0) return;
  try {
    const { recordOperations } = await import('./recordOperations');
    recordOperations(noted, { stderr: (text) => write(2, text), locale: spoken });
  } catch (error) {
    write(2, `qr-code-master: ${asFailure(error, spoken).message}\n`);
    process.exit(2);
  }
}

async function end(code: number): Promise<void> {
  await record();
  process.exit(code);
}

void main(process.argv.slice(2)).catch(failed).then(end);
