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

  it('fills in what Environment sets, save secrets', () => {
    const unit = (more = '') =>
      `[Service]\nEnvironment=IMAGE=nginx:latest "API_TOKEN=kX9vQ2mT7wLp4RzB"\n${more}ExecStart=/usr/bin/docker run -e T=$API_TOKEN \${IMAGE}\n`;
    const last = (text: string) => words('systemd', text)[0]!.slice(3);
    expect(last(unit())).toEqual(['T=\ufffc', 'nginx:latest']);
    expect(last(unit('Environment=IMAGE=nginx:1\n'))).toEqual(['T=\ufffc', '\ufffc']);
    expect(last(unit('EnvironmentFile=-/etc/app.env\n'))).toEqual(['T=\ufffc', '\ufffc']);
  });
});
