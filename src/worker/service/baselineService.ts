/** The server's request for a baseline of the workspace. */
import type { CancellationToken, Connection } from 'vscode-languageserver';
import { version as TOOL_VERSION } from '../../../package.json';
import { baselineOf, type Checked, decodedPart, pathBeside, writeBaseline } from '../compliance/index';
import { baselineMethod } from '../protocol/methods';
import { onMethod } from './onMethod';

interface Parts {
  connection: Pick<Connection, 'onRequest'>;
  /** As it is in the editor, or else on the disk; undefined: it is no deployment file. */
  check(uri: string): Promise<Checked | undefined>;
  /** ISO date. */
  today(): string;
}

export function baselineService({ connection, check, today }: Parts): void {
  onMethod(connection, baselineMethod, async ({ uris, baseline: address }, cancel: CancellationToken) => {
    const files: Parameters<typeof baselineOf>[0][number][] = [];
    const notJudged: string[] = [];
    for (const uri of uris) {
      if (cancel.isCancellationRequested) break;
      const checked = await check(uri);
      if (checked?.failed) notJudged.push(uri);
      if (!checked?.kind || checked.failed || checked.isLeftOut) continue;
      const { profile, findings } = checked;
      files.push({ path: pathBeside(decodedPart(address), decodedPart(uri)), profile, findings });
    }
    const baseline = baselineOf(files, today(), TOOL_VERSION);
    return { text: writeBaseline(baseline), count: baseline.findings.length, notJudged };
  });
}
