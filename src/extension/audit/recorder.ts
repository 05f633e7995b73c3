/** Hands what the extension does to the thread that writes it down: a bundle of its own. */
import * as vscode from 'vscode';
import type { Dated } from '../../audit/entry';
import { logPlace } from '../../audit/logPlace';
import { logWriter } from '../../audit/logWriter';
import type { LogFailure } from '../../audit/operationLog';
import { askedOperations } from './askedOperations';
import { logCommands } from './logCommands';
import { type LogThread, logThread } from './logThread';
import type { Operation, OperationsNeeds, Recorder, Saved } from './operations';
import { savedOperation } from './savedOperation';
import { targetOf } from './targetOf';
import { together } from './together';

/** A window that is closed waits no longer for a disk. */
const LAST_WRITE_MS = 2000;

export function createRecorder({ context, log }: OperationsNeeds): Recorder {
  const dist = vscode.Uri.joinPath(context.extensionUri, 'dist').fsPath;
  const writer = logWriter('editor', process.env, remoteKind());
  let thread: LogThread | undefined;
  let hasWarned = false;
  let place = placeNow();

  const written = (failure: LogFailure | undefined) => {
    if (!failure) hasWarned = false;
    if (!failure || hasWarned || place.off !== undefined) return;
    hasWarned = true;
    log.error(`operation log: ${failure.message}`);
    void vscode.window.showWarningMessage(
      vscode.l10n.t(
        'The operation log in {0} cannot be written ({1}). The work goes on; how many operations are missing is told in the log once it can be written.',
        place.folder,
        failure.code,
      ),
    );
  };
  const opened = () => {
    const { folder, keepDays } = place;
    return { type: 'open' as const, folder, writer, ...(keepDays !== undefined && { keepDays }) };
  };
  const tellOff = (by = place.off) => {
    if (by !== undefined) thread?.send({ type: 'off', by });
  };
  const running = () => {
    if (!thread) {
      thread = logThread(dist, opened(), written);
      tellOff();
    }
    return thread;
  };

  const append = (draft: Dated) => {
    const current = running();
    if (place.off === undefined) current.send({ type: 'append', drafts: [draft] });
  };
  const held = together(append);
  const note = ({ together: name, ...draft }: Operation) => {
    const at = Date.now();
    const target = draft.target === undefined ? undefined : targetOf(draft.target);
    const dated: Dated = {
      ...draft,
      ...(target !== undefined && { target }),
      at,
      offsetMinutes: -new Date(at).getTimezoneOffset(),
    };
    if (name === undefined) append(dated);
    else held.hold(name, dated);
  };
  const quietly = (work: Promise<readonly Operation[]>, before: Promise<void> = Promise.resolve()) =>
    Promise.all([work, before]).then(
      ([operations]) => operations.forEach(note),
      (error) => log.error(`operation log: ${error}`),
    );
  let last: Promise<void> = Promise.resolve();
  /** One after the other, however long each takes to be hashed. */
  const inTurn = (work: Promise<readonly Operation[]>) => {
    last = quietly(work, last);
  };
  const saves = new Map<Promise<void>, () => void>();
  /** Its check is there a moment later, which the end of the window does not wait for. */
  const afterCheck = (saved: Saved) => {
    let hurry = () => {};
    const hurried = new Promise<void>((go) => (hurry = go));
    const saving = quietly(savedOperation(saved, hurried)).then(() => void saves.delete(saving));
    saves.set(saving, hurry);
  };
  const changed = () => {
    const next = placeNow();
    if (JSON.stringify(next) === JSON.stringify(place)) return;
    // What was done until now belongs to the log as it was, which is told when it is left.
    held.releaseAll();
    const isMoved = next.folder !== place.folder;
    if (place.off === undefined && (isMoved || next.off !== undefined)) {
      running();
      tellOff(next.off ?? 'qrCodeMaster.audit.folder');
    }
    place = next;
    if (!thread) running();
    else {
      thread.send(opened());
      if (isMoved) tellOff();
    }
    if (place.off === undefined) note({ op: 'log', result: 'ok', detail: { event: 'settings' } });
  };
  const settled = async () => {
    await last;
    held.releaseAll();
    await thread?.settled();
  };
  /** What was saved a moment ago is written down as it is known by now. */
  const ended = async () => {
    for (const hurry of saves.values()) hurry();
    await Promise.all(saves.keys());
    await settled();
  };
  return {
    note,
    asked: (asked) => inTurn(askedOperations(asked)),
    saved: afterCheck,
    changed,
    commands: logCommands({ context, settled, thread: running, note, folder: () => place.folder }),
    async dispose() {
      await Promise.race([ended(), new Promise((go) => setTimeout(go, LAST_WRITE_MS))]);
      await thread?.terminate();
    },
  };
}

/** In a browser VS Code has the address of its server for a name. */
const remoteKind = (): string | undefined => (vscode.env.uiKind === vscode.UIKind.Web ? 'web' : vscode.env.remoteName);

/** Machine settings: no workspace turns the log off or moves it. */
function placeNow() {
  const settings = vscode.workspace.getConfiguration('qrCodeMaster.audit');
  // What nobody chose is left to what the log has.
  const keepDays = settings.inspect<number>('keepDays')?.globalValue ?? 0;
  return logPlace(process.env, {
    folder: settings.get<string>('folder', ''),
    enabled: settings.get<boolean>('enabled', true),
    ...(keepDays > 0 && { keepDays }),
  });
}
