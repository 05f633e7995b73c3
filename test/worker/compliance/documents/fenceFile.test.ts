/** Which file a code fence shows. */
import { describe, expect, it } from 'vitest';
import { namesOfFence, recognisedFile } from '../../../../src/worker/compliance/documents/fenceFile';

describe('the file that a fence shows', () => {
  it.each([
    ['PermitRootLogin no\n', 'sshd_config'],
    ['# /etc/ssh\n\n  Match User git\n    X11Forwarding no\n', 'sshd_config'],
    ['Host a\n  PasswordAuthentication no\n', undefined],
    ['{ "log-driver": "syslog" }\n', 'daemon.json'],
    ['{ "name": "log-driver" }\n', undefined],
    ['*filter\n:INPUT DROP [0:0]\nCOMMIT\n', 'rules.v4'],
    ['# mode\nSELINUX=permissive\n', 'selinux/config'],
    ['/var/log/app/*.log {\n  weekly\n}\n', 'logrotate.d/shown'],
    ['[sshd]\nenabled = true\nmaxretry = 3\n', 'jail.local'],
    ['[Journal]\r\nStorage=volatile\r\n', 'journald.conf'],
    ['[Unit]\nDescription=x\n[Service]\nExecStart=/bin/x\n', 'shown.service'],
    ['server {\n  listen 80;\n}\n', 'nginx.conf'],
    ['from flask import Flask\napp = Flask(__name__)\n', 'shown.py'],
    ['docker run x\n', undefined],
    [`PermitRootLogin no\n${'# x\n'.repeat(6_000)}`, undefined],
  ])('recognises %j', (content, name) => expect(recognisedFile(content)).toBe(name));

  it('reads names in the order of what they tell', () => {
    expect(namesOfFence(' title="a/nginx.conf" x', 'see `app.py`:', '# /etc/b.conf\nx')).toEqual([
      'a/nginx.conf',
      '/etc/b.conf',
      'app.py',
    ]);
    expect(namesOfFence(':b.yml', '', 'x')).toEqual(['b.yml']);
    expect(namesOfFence('', '示例：SSH（/etc/ssh/sshd_config），见 crontab', 'x')).toEqual([
      '/etc/ssh/sshd_config',
      'crontab',
    ]);
    expect(namesOfFence('', '', '# two words\nx')).toEqual([]);
  });

  it('takes time in proportion to the text', () => {
    const cases = ['\n', '#\n', ' \n#', '/', 'server {', '{', '"', 'a/'];
    for (const part of cases) {
      const text = part.repeat(Math.floor(20_000 / part.length));
      expect(recognisedFile(text)).toBeUndefined();
      expect(namesOfFence(text, text, text).length).toBeLessThan(12);
    }
  });
});
