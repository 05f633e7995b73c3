/** Which files stand together for one deployment. */
import { describe, expect, it } from 'vitest';
import { members } from '../../../../src/worker/compliance/deployment/members';
import { treeFiles } from '../treeFiles';

const of = (uri: string, paths: readonly string[]) =>
  members(uri, treeFiles(Object.fromEntries(paths.map((path) => [path, '']))));

describe('members of a deployment', () => {
  const tree = [
    'file:///w/compose.yaml',
    'file:///w/README.md',
    'file:///w/scripts/firewall.sh',
    'file:///w/nginx/conf.d/app.conf',
    'file:///w/src/main.py',
    'file:///w/node_modules/x/compose.yaml',
    'file:///w/other/compose.yaml',
  ];
  const whole = tree.slice(0, 4);

  it.each(whole)('of %s: compose files with what is kept beside them for hosts, and no sources', (uri) => {
    expect(of(uri, tree).sort()).toEqual([...whole].sort());
    expect(of(uri, tree)[0]).toBe(uri);
  });

  it('a folder for deployments is part of what lies around it', () => {
    const paths = ['file:///w/deploy/compose.yaml', 'file:///w/scripts/firewall.sh'];
    for (const uri of paths) expect(of(uri, paths).sort()).toEqual(paths);
  });

  it('another deployment of the same workspace is another', () => {
    expect(of('file:///w/other/compose.yaml', tree)).toEqual(['file:///w/other/compose.yaml']);
  });

  it('without compose files, and where nothing can be listed, it is what lies in the folder or the file alone', () => {
    expect(of('file:///w/a/x.sh', ['file:///w/a/x.sh', 'file:///w/a/rules.v4', 'file:///w/b.sh'])).toEqual([
      'file:///w/a/x.sh',
      'file:///w/a/rules.v4',
    ]);
    expect(members('untitled:Untitled-1', treeFiles({}))).toEqual(['untitled:Untitled-1']);
    expect(members('file:///w/a.sh', { text: () => null })).toEqual(['file:///w/a.sh']);
    expect(members('file:///w/a.sh', { text: () => null, folder: () => undefined })).toEqual(['file:///w/a.sh']);
  });

  it('without compose files, the folders of one host belong together', () => {
    const host = [
      'file:///w/h/etc/logrotate.d/app',
      'file:///w/h/etc/rsyslog.d/out.conf',
      'file:///w/h/etc/rsyslog.conf',
    ];
    for (const uri of host) expect(of(uri, [...host, 'file:///w/x.sh']).sort()).toEqual([...host].sort());
  });

  it('a template belongs to the Python files around its folder', () => {
    const paths = ['file:///w/p/templates/a/b.html', 'file:///w/p/__init__.py', 'file:///w/run.py'];
    const more = ['file:///w/p/util.js', 'file:///w/other/x.py'];
    expect(of(paths[0]!, [...paths, ...more])).toEqual(paths);
  });

  it('is bounded: a folder of thousands of files gives the first hundreds', () => {
    const many = Array.from({ length: 3000 }, (_, i) => `file:///w/${i}.sh`);
    expect(of('file:///w/compose.yaml', ['file:///w/compose.yaml', ...many]).length).toBe(400);
  });
});
