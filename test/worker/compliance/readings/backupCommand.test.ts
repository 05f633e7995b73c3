/** Which commands make backups, and whether they encrypt. */
import { describe, expect, it } from 'vitest';
import { readScript } from '../../../../src/worker/compliance/documents/shell/readScript';
import { wholeExcerpt } from '../../../../src/worker/compliance/documents/text/excerpt';
import {
  backupsIn,
  isBackupImage,
  isEncrypted,
  makesBackups,
} from '../../../../src/worker/compliance/readings/backupCommand';

const script = (text: string, name = 'a.sh') =>
  readScript('shell', { uri: `file:///w/${name}`, text }, [wholeExcerpt(text)]);
const read = (text: string, name?: string) => {
  const read = script(text, name);
  return backupsIn(read).map((backup) => `${backup.program.raw.replaceAll("'", '')} ${isEncrypted(read, backup)}`);
};

describe('backups', () => {
  it.each([
    ['pg_dump app > a.sql', ['pg_dump false']],
    ['sudo -u postgres /usr/bin/pg_dumpall | gzip > a.gz', ['/usr/bin/pg_dumpall false']],
    ['kubectl exec db-0 -- mysqldump app > a.sql', ['mysqldump false']],
    ['ssh db mysqldump app > a.sql', ['mysqldump false']],
    ['pg_dump app | gpg -e -r b > a', ['pg_dump true']],
    ['pg_dump app | openssl enc -aes-256-cbc -out a', ['pg_dump true']],
    ['pg_dump app | openssl dgst > a', ['pg_dump false']],
    ['pg_dump app > a\nage -o a.age -R k a', ['pg_dump true']],
    ['pg_dump app > a\npg_dump b | age -R k > b', ['pg_dump false', 'pg_dump true']],
    ['tar czf /backup/a.tgz /srv', ['tar false']],
    ['tar --create -f - /srv | ssh h "cat > /backups/a.tar"', []],
    ['tar xzf /backup/a.tgz', []],
    ['tar czf a.tgz dist', []],
    ['pg_dump -s app > a', []],
    ['pg_dump app | psql b', []],
    ['echo pg_dump app', []],
    ["docker exec db sh -c 'mysqldump -p$SECRET app' > a", ['mysqldump -p$SECRET app false']],
    ["docker exec db sh -c 'pg_dump app --schema-only' > a", []],
    ['docker run --rm -v a:/b mysql mysqldump app | gzip > a', ['mysqldump false']],
  ] as [string, string[]][])('%j', (text, expected) => expect(read(text)).toEqual(expected));

  it('a script that is named so makes them of whatever it copies', () => {
    expect(read('tar czf /mnt/a.tgz /srv', 'backup.sh')).toEqual(['tar false']);
    expect(read('rsync -a /srv/ host:/mnt/', 'daily-backup.sh')).toEqual(['rsync false']);
  });

  it('are made by a script of that name, unless it is there and makes none', () => {
    const unit = script('/opt/app/backup.sh', 'nightly.sh');
    const itself = (text: string) => [unit, script(text, 'backup.sh')];
    expect(makesBackups(unit, [unit])).toBe(true);
    expect(makesBackups(unit, itself('restic backup /srv'))).toBe(true);
    expect(makesBackups(unit, itself('restic check'))).toBe(false);
    // One that calls itself.
    const loop = script('./backup.sh', 'backup.sh');
    expect(makesBackups(loop, [loop])).toBe(true);
  });

  it('are also made by programs of their own', () => {
    const isMaking = (text: string) => makesBackups(script(text), []);
    for (const text of ['restic backup /srv', 'restic -r "$R" "$DO"', '/opt/backup.sh', 'pg_dump a > b', 'borgmatic'])
      expect(isMaking(text), text).toBe(true);
    for (const text of ['tar xf a.tar', 'restic forget --prune', 'borg check /backup/a', 'kopia repository status'])
      expect(isMaking(text), text).toBe(false);
    expect(['offen/docker-volume-backup', 'acme/restic-runner', 'postgres'].map(isBackupImage)).toEqual([
      true,
      true,
      false,
    ]);
  });
});
