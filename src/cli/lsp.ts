/** `lsp --stdio`: the language server for other editors, in this process, which it ends itself. */
import { join } from 'node:path';
import { loadShipped } from '../worker/hosts/shipped/loadShipped';
import type { CliIo } from './io';

export async function run(args: string[], io: CliIo): Promise<number> {
  if (args.includes('--help')) {
    io.stdout('qr-code-master lsp --stdio\n');
    return 0;
  }
  if (args.length !== 1 || args[0] !== '--stdio') {
    io.stderr(
      io.locale === 'en'
        ? 'The language server speaks over stdio only: lsp --stdio\n'
        : '语言服务器仅支持标准输入输出：lsp --stdio\n',
    );
    return 2;
  }
  loadShipped(join(io.distDir, 'stdio.js'), 'sum-of:stdio.js');
  return new Promise(() => undefined);
}
