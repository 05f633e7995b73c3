/** What the log does about killed writers and missing parts. */
import { appendFileSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { nodeSystem } from '../../src/audit/logSystem';
import { verifyLog } from '../../src/audit/verifyLog';
import { entriesOf, eventsOf, filesOf, logOf, ownPlace, textOf, writer } from './logKit';

const kindsOf = (folder: string) => verifyLog(folder).problems.map(({ kind }) => kind);

describe('a killed writer', () => {
  it('leaves half a line, which is put aside and told', () => {
    const { folder, add } = logOf();
    add('a');
    const file = join(folder, filesOf(folder)[0]!);
    appendFileSync(file, '{"seq":3,"time":"20');
    expect(kindsOf(folder)).toEqual(['torn']);
    add('b');
    expect(eventsOf(folder)).toEqual(['started', 'torn']);
    expect(readFileSync(`${file}.torn`, 'utf8')).toBe('{"seq":3,"time":"20');
    expect(kindsOf(folder)).toEqual([]);
  });

  it('leaves no more than a torn end, however long', () => {
    const { folder, add } = logOf();
    add('a');
    const file = join(folder, filesOf(folder)[0]!);
    const long = Buffer.alloc(20 * 1024 * 1024, 'x');
    appendFileSync(file, long);
    add('b');
    expect(eventsOf(folder)).toEqual(['started', 'torn', 'torn']);
    expect(statSync(`${file}.torn`).size).toBe(long.length);
    expect(kindsOf(folder)).toEqual([]);
  });

  it('leaves whole lines that the head does not know of', () => {
    const { folder, add } = logOf();
    add('a');
    const head = readFileSync(join(folder, 'head.json'));
    add('b');
    writeFileSync(join(folder, 'head.json'), head);
    expect(kindsOf(folder)).toEqual([]);
    add('c');
    expect(eventsOf(folder)).toEqual(['started']);
    expect(entriesOf(folder).map(({ seq }) => seq)).toEqual([1, 2, 3, 4]);
  });

  it.each([
    ['of a process that is gone', JSON.stringify({ pid: 2 ** 22 + 1, place: ownPlace(), nonce: 'a' })],
    ['without a name', ''],
  ])('leaves a lock %s', (_, lock) => {
    const { folder, add } = logOf();
    add('a');
    writeFileSync(join(folder, 'lock'), lock);
    expect(add('b')).toBeUndefined();
    expect(kindsOf(folder)).toEqual([]);
  });

  it('leaves a lock from another machine, which is waited for', () => {
    let monotonic = 0;
    const system = { ...nodeSystem, monotonic: () => (monotonic += 4000) };
    const { folder, add } = logOf({ system });
    add('a');
    writeFileSync(join(folder, 'lock'), JSON.stringify({ pid: 1, place: 'elsewhere', nonce: 'a' }));
    expect(add('b')).toBeUndefined();
    expect(entriesOf(folder).at(-1)?.target).toBe('b');
  });
});

describe('what was taken away', () => {
  it('is told when it was the end', () => {
    const { folder, add } = logOf();
    add('a', 'b', 'c');
    const file = join(folder, filesOf(folder)[0]!);
    const text = readFileSync(file, 'utf8');
    truncateSync(file, text.slice(0, -1).lastIndexOf('\n') + 1);
    expect(kindsOf(folder)).toEqual(['endMissing']);
    add('d');
    expect(entriesOf(folder).at(-2)).toMatchObject({ seq: 5, detail: { event: 'missing', from: 4, seq: 4 } });
    expect(kindsOf(folder)).toEqual(['sequence', 'changedBefore']);
  });

  it('is told when it was everything but the head', () => {
    const { folder, add } = logOf();
    add('a');
    rmSync(join(folder, filesOf(folder)[0]!));
    add('b');
    expect(eventsOf(folder)).toEqual(['started', 'missing']);
    expect(kindsOf(folder)).toEqual(['startMissing']);
  });

  it('is told when it was the head', () => {
    const { folder, add } = logOf();
    add('a');
    rmSync(join(folder, 'head.json'));
    expect(kindsOf(folder)).toEqual(['noHead']);
    add('b');
    expect(kindsOf(folder)).toEqual(['headLost']);
  });

  it.each(['', 'no line', '{"seq":1}'])('is told when the last line is now %j, and is no end', (stray) => {
    const { folder, add } = logOf();
    add('a');
    appendFileSync(join(folder, filesOf(folder)[0]!), `${stray}\n`);
    add('b');
    expect(textOf(folder)).toContain(`\n${stray}\n`);
    const [, , found, b] = textOf(folder)
      .split('\n')
      .filter((line) => line.length > 20)
      .map((line) => JSON.parse(line));
    expect(found).toMatchObject({ seq: 3, detail: { event: 'changed', seq: 2 } });
    expect(b).toMatchObject({ seq: 4, target: 'b' });
    expect(kindsOf(folder)).toContain('notALine');
  });

  it('is told when a last line was exchanged', () => {
    const { folder, add } = logOf();
    add('a');
    const file = join(folder, filesOf(folder)[0]!);
    writeFileSync(file, readFileSync(file, 'utf8').replace('"target":"a"', '"target":"x"'));
    expect(kindsOf(folder)).toEqual(['endChanged']);
    add('b');
    expect(kindsOf(folder)).toEqual(['changedBefore']);
    expect(eventsOf(folder)).toEqual(['started', 'changed']);
  });

  it('is found by a line that was noted elsewhere', () => {
    const { folder, add } = logOf();
    add('a');
    const noted = verifyLog(folder).last!;
    add('b');
    expect(verifyLog(folder, [noted]).problems).toEqual([]);
    rmSync(folder, { recursive: true });
    add('c');
    expect(verifyLog(folder).problems).toEqual([]);
    expect(verifyLog(folder, [noted]).problems).toMatchObject([{ kind: 'anchorDiffers', to: 2 }]);
    expect(verifyLog(folder, [{ seq: 9, sha256: noted.sha256 }]).problems).toEqual([{ kind: 'anchorMissing', to: 9 }]);
  });
});

describe('the switch', () => {
  it('is told when it is used, and only then', () => {
    const { folder, log, add } = logOf();
    add('a');
    log.turnOff('QR_CODE_MASTER_AUDIT');
    log.turnOff('QR_CODE_MASTER_AUDIT');
    logOf({ folder, writer: { ...writer, app: 'editor' } }).add('b');
    add('c');
    expect(entriesOf(folder).map(({ target, detail }) => target ?? detail?.event)).toEqual([
      ...['started', 'a', 'off', 'b', 'on', 'c'],
    ]);
    expect(verifyLog(folder)).toMatchObject({ problems: [], notes: [{ event: 'off' }, { event: 'on' }] });
  });
});
