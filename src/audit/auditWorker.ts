/** The thread that writes the editor's operation log: it may wait for locks and disks. */
import { writeFileSync } from 'node:fs';
import { parentPort } from 'node:worker_threads';
import type { Dated } from './entry';
import { exportToFile } from './exportToFile';
import type { LogNews, LogQuestions, LogRequest } from './logRequests';
import { logText } from './logText';
import { type OperationLog, operationLog } from './operationLog';
import { verifyLog } from './verifyLog';

const port = parentPort;
if (!port) throw new Error('auditWorker.ts runs in a Worker only');
const tell = (news: LogNews) => port.postMessage(news);
/** A long log keeps the thread from hearing that it is asked. */
const alive = () => tell({ type: 'alive' });

/** More are not written at once. */
const MAX_TOGETHER = 500;

let folder = '';
let log: OperationLog | undefined;
/** What came while others were written: it goes to the disk together. */
let waiting: Dated[][] = [];

function flush(): void {
  if (waiting.length === 0) return;
  const together = waiting;
  waiting = [];
  tell({ type: 'written', count: together.length, failure: log?.append(together.flat()) });
}

function answerTo({ question, asked }: Extract<LogRequest, { type: 'ask' }>) {
  if (question === 'show') return logText(folder, (asked as LogQuestions['show']['asked']).limit, alive);
  if (question === 'verify') return verifyLog(folder, [], alive);
  const { format, file } = asked as LogQuestions['export']['asked'];
  return exportToFile(folder, { format }, file, (to, text) => {
    alive();
    writeFileSync(to, text);
  });
}

port.on('message', (request: LogRequest) => {
  if (request.type === 'alive') return alive();
  if (request.type === 'append') {
    if (waiting.push(request.drafts) === 1) setImmediate(flush);
    if (waiting.length === MAX_TOGETHER) flush();
    return;
  }
  flush();
  if (request.type === 'open') {
    ({ folder } = request);
    log = operationLog(request);
  } else if (request.type === 'off') tell({ type: 'written', count: 1, failure: log?.turnOff(request.by) });
  else {
    try {
      tell({ type: 'answer', id: request.id, answer: answerTo(request) });
    } catch (error) {
      const { code = 'EIO', message } = error as NodeJS.ErrnoException;
      tell({ type: 'answer', id: request.id, failure: { code, message } });
    }
  }
});
