/** Commands of systemd units. */
import { describe, expect, it } from 'vitest';
import { imageText, words } from './embeddedShell';

describe('systemd unit', () => {
  it('reads Exec lines', () => {
    const text =
      '[Service]\nEnvironment=A=docker run q\nExecStartPre=-/usr/bin/docker rm %n\nExecStart=/usr/bin/docker run --name %n \\\n# c\n  -e "A=b;c" -p 80:80 \\\n  nginx:1 a;b\nExecStop=/usr/bin/docker stop %n\n';
    expect(words('systemd', text).map((w) => w.slice(1).join(' '))).toEqual([
      'rm \ufffc',
      'run --name \ufffc -e A=b;c -p 80:80 nginx:1 a;b',
      'stop \ufffc',
    ]);
    expect(imageText('systemd', text)).toBe('nginx:1');
  });
});
