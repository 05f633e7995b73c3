/** The variables that the Docker daemon's service reads. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readDockerDefaults } from '../../../../src/worker/compliance/documents/dockerDefaults';

const uri = 'file:///w/etc/default/docker';
const told = (text: string) =>
  readDockerDefaults(uri, text).flatMap(({ options }) => options.map(({ name, value }) => `${name}=${value}`));

describe('options in the variables of the service', () => {
  it.each([
    ['DOCKER_OPTS="-H tcp://0.0.0.0:2375 --icc=false"', ['hosts=tcp://0.0.0.0:2375', 'icc=false']],
    ["OPTIONS='--selinux-enabled --log-driver=journald'", ['selinux-enabled=true', 'log-driver=journald']],
    ['export DOCKER_OPTS=--tlsverify', ['tlsverify=true']],
    ['DOCKER_OPTS="$DOCKER_OPTS --host=$HOST"', ['hosts=undefined']],
    ['#DOCKER_OPTS="--icc=false"\nDOCKERD=/usr/bin/dockerd --icc=false', []],
  ])('%s', (text, expected) => expect(told(text)).toEqual(expected));

  it('stand where they are written, and are edited there', () => {
    const text = 'DOCKER_OPTS="--iptables=false --icc=true"\n';
    const [{ options, place }] = readDockerDefaults(uri, text) as [ReturnType<typeof readDockerDefaults>[0]];
    expect(text.slice(place.start, place.end)).toBe('DOCKER_OPTS');
    expect(options.map((o) => text.slice(o.place.start, o.place.end))).toEqual(['--iptables=false', '--icc=true']);
    const [edit] = options[1]!.set('false')!;
    expect(text.slice(0, edit!.start) + edit!.newText + text.slice(edit!.end)).toBe(
      'DOCKER_OPTS="--iptables=false --icc=false"\n',
    );
  });

  it('are read of any text, within it', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('DOCKER_OPTS', 'OPTIONS', '=', '"', "'", ' --icc=', '-H', '$', '\\', '\n', '#', ' ')),
        (parts) => {
          const text = parts.join('');
          for (const { options } of readDockerDefaults(uri, text))
            for (const { place } of options)
              expect(0 <= place.start && place.start <= place.end && place.end <= text.length).toBe(true);
        },
      ),
    );
  });
});
