import { describe, expect, it } from 'vitest';
import { runContainers } from '../../../../../src/worker/compliance/documents/dockerCommand/dockerRun';
import { parseShell } from '../../../../../src/worker/compliance/documents/shell/shell';
import type { Setting } from '../../../../../src/worker/compliance/model/containerWriter';
import type { Edit, Value } from '../../../../../src/worker/compliance/model/value';

const read = (text: string) => runContainers(parseShell(text), 'u', text);
const one = (text: string) => read(text)[0]!;
const known = (values: { known: unknown }[]) => values.map((v) => v.known);
const edited = (text: string, edits: Edit[] | undefined) =>
  edits &&
  [...edits].sort((a, b) => b.start - a.start).reduce((t, e) => t.slice(0, e.start) + e.newText + t.slice(e.end), text);

describe('runContainers', () => {
  it.each<[string, string | undefined, (string | undefined)[]]>([
    ['docker run nginx', 'nginx', []],
    ['docker container run --rm nginx sh -c x', 'nginx', ['sh', '-c', 'x']],
    ['sudo /usr/bin/podman create --name a nginx -p 1', 'nginx', ['-p', '1']],
    ['docker --context x -H tcp://h run nginx', 'nginx', []],
    ['docker run -dit -p8080:80 -u1001 nginx', 'nginx', []],
    ['docker run -dp 80:80 nginx', 'nginx', []],
    ['docker run --privileged=false --read-only nginx', 'nginx', []],
    ['docker run --env A=b --env-file f -- nginx', 'nginx', []],
    ['nerdctl -n k8s.io run --snapshotter x nginx', 'nginx', []],
    ['podman run --tls-verify=false --systemd always nginx', 'nginx', []],
    ['docker run $OPTS nginx', 'nginx', []],
    ['docker run -d $IMAGE cmd', undefined, ['cmd']],
    ['docker run -d "$X" cmd', undefined, ['cmd']],
    ['docker run -d $X', undefined, []],
    ['docker.exe run nginx', 'nginx', []],
  ])('%s', (text, image, command) => {
    const { container } = one(text);
    expect(container.image?.known).toBe(image);
    expect(known(container.command)).toEqual(command);
  });

  it('takes a log option without a value for an empty one that stands for the whole word', () => {
    const text = 'docker run --log-opt tag nginx';
    const { value } = one(text).container.logging!.options[0]!;
    expect([value!.resolved, text.slice(value!.place.start, value!.place.end)]).toEqual(['', 'tag']);
  });

  it.each(['docker compose run web', 'docker exec -it x sh', 'echo docker run x', 'docker runs x', 'docker ps'])(
    '%s is no run line',
    (text) => {
      expect(read(text)).toEqual([]);
    },
  );

  it.each<[string, boolean]>([
    ['docker run -d nginx', true],
    ['docker run "${ARGS[@]}" nginx', false],
    ['docker run $OPTS nginx', false],
    ['docker run "$@" nginx', false],
    ['docker run --no-such nginx', false],
    ['docker run -Z nginx', false],
    ['docker run -d $IMAGE', true],
    ['docker run -d', false],
    ['docker run -p $PORT:80 nginx', true],
  ])('%s: complete %s', (text, complete) => {
    expect(one(text).container.complete).toBe(complete);
  });

  it('reads every option of the model', () => {
    const { container } =
      one(`docker run --name web -u 1001:1001 --privileged --read-only=true --cap-drop ALL --cap-add=CAP_NET_ADMIN,SYS_TIME \\
      --security-opt no-new-privileges:true -p 127.0.0.1:8080:80/tcp --publish 53:53/udp --expose 9000 -v ./a:/b:ro --mount type=bind,src=/etc,dst=/x,readonly,bind-propagation=rshared \\
      --tmpfs /tmp:size=64m,exec --net host --network backend --pid host --ipc host --uts host --userns host --cgroupns host --cgroup-parent x \\
      --device /dev/sda --device-cgroup-rule 'a *:* rwm' --gpus all -m 512m --cpus 1.5 --pids-limit -1 --restart on-failure:5 --health-cmd 'curl x' \\
      --log-driver syslog --log-opt syslog-address=udp://h:514 -e A=b -e C --env-file f --entrypoint sh --use-api-socket -d img:1 cmd`);
    expect(container).toMatchObject({
      name: 'web',
      user: { known: '1001:1001' },
      privileged: { known: true },
      readOnly: { known: true },
      networkMode: { known: 'host' },
      pid: { known: 'host' },
      ipc: { known: 'host' },
      uts: { known: 'host' },
      userns: { known: 'host' },
      cgroup: { known: 'host' },
      cgroupParent: { known: 'x' },
      gpus: { known: 'all' },
      restart: { known: 'on-failure:5' },
      apiSocket: { known: true },
      server: true,
      complete: true,
      healthcheck: { disabled: false, test: { known: 'curl x' } },
      logging: { driver: { known: 'syslog' }, options: [{ name: 'syslog-address', value: { known: 'udp://h:514' } }] },
    });
    expect(known(container.capDrop)).toEqual(['ALL']);
    expect(known(container.capAdd)).toEqual(['CAP_NET_ADMIN', 'SYS_TIME']);
    expect(known(container.securityOpt)).toEqual(['no-new-privileges:true']);
    expect(
      container.ports.map((p) => [
        p.hostAddress?.known,
        p.hostPorts?.known?.first,
        p.containerPorts.known?.first,
        p.protocol,
      ]),
    ).toEqual([
      ['127.0.0.1', 8080, 80, 'tcp'],
      [undefined, 53, 53, 'udp'],
    ]);
    expect(
      container.mounts.map((m) => [m.type, m.source?.known, m.target?.known, m.readOnly, known(m.options)]),
    ).toEqual([
      ['bind', './a', '/b', true, ['ro']],
      ['bind', '/etc', '/x', true, ['propagation=rshared']],
      ['tmpfs', undefined, '/tmp', false, ['size=64m', 'exec']],
    ]);
    expect(known(container.networks)).toEqual(['backend']);
    expect(container.memory[0]?.amount.known).toBe(2 ** 29);
    expect(container.cpus[0]?.amount.known).toBe(1.5);
    expect(container.pids[0]?.amount.known).toBe(Number.POSITIVE_INFINITY);
    expect(container.environment.map((e) => [e.name, e.value?.known])).toEqual([
      ['A', 'b'],
      ['C', undefined],
    ]);
    expect(known(container.entrypoint)).toEqual(['sh']);
    expect(known(container.exposed)).toEqual([{ first: 9000, last: 9000 }]);
  });

  it.each([
    ['A=b', 'b'],
    ['A="b c"', 'b c'],
    ["A='b'", 'b'],
    ['"A=b c"', 'b c'],
    ['A=""', ''],
    ['A=${B}', '${B}'],
  ])('gives a variable what stands behind its name: -e %s', (written, value) => {
    const text = `docker run -e ${written} x`;
    const [entry] = one(text).container.environment;
    expect([entry?.name, entry?.value?.raw, text.slice(entry?.value?.place.start, entry?.value?.place.end)]).toEqual([
      'A',
      value,
      value,
    ]);
  });

  it('reads a quota as a cpu ceiling, and the later of two options', () => {
    expect(one('docker run --cpu-quota 50000 x').container.cpus[0]?.amount.known).toBe(0.5);
    expect(one('docker run --cpu-quota 50000 --cpu-period=25000 x').container.cpus[0]?.amount.known).toBe(2);
    expect(one('docker run -m 1g -m 2g x').container.memory.map((m) => m.amount.known)).toEqual([2 ** 31]);
  });

  it('knows podman writes to a tmpfs of its own', () => {
    const targets = (text: string) => one(text).container.mounts.map((m) => m.target?.known);
    expect(targets('podman run --read-only x')).toEqual(['/tmp', '/run', '/var/tmp']);
    expect(targets('podman run --read-only --read-only-tmpfs=false x')).toEqual([]);
    expect(targets('docker run --read-only x')).toEqual([]);
  });

  it.each<[string, boolean]>([
    ['docker run -d x', true],
    ['docker run -it --rm x bash', false],
    ['docker run --rm x', false],
    ['docker run -dit --rm x', true],
    ['docker run -it x', false],
    ['docker run x', true],
  ])('%s: server %s', (text, server) => {
    expect(one(text).container.server).toBe(server);
  });

  it('places values and entries exactly', () => {
    const text = `docker run -dp "80:80" --cap-add=X -e A='b c' img`;
    const { container } = one(text);
    const at = ({ place, entry }: Value) => [text.slice(place.start, place.end), text.slice(entry.start, entry.end)];
    expect(at(container.ports[0]!.entry)).toEqual(['80:80', '-dp "80:80"']);
    expect(at(container.capAdd[0]!)).toEqual(['X', '--cap-add=X']);
    expect(text.slice(container.anchor.start, container.anchor.end)).toBe('run');
    expect(at(container.image!)).toEqual(['img', 'img']);
  });
});

describe('edits of a run line', () => {
  const add = (text: string, ...settings: Setting[]) => edited(text, one(text).container.writer.add(settings));

  it('adds options in the style of the line', () => {
    expect(add('docker run -d x', { kind: 'readOnly' }, { kind: 'tmpfs', path: '/tmp' })).toBe(
      'docker run -d --read-only --tmpfs /tmp x',
    );
    expect(add('docker run -d \\\n  -p 1:1 \\\n  x', { kind: 'readOnly' })).toBe(
      'docker run -d \\\n  -p 1:1 \\\n  --read-only \\\n  x',
    );
    expect(add('docker run -d \\\r\n  -p 1:1 x', { kind: 'pids', value: '9' })).toBe(
      'docker run -d \\\r\n  -p 1:1 --pids-limit 9 \\\r\n  x',
    );
    expect(add('docker run "${A[@]}" x', { kind: 'readOnly' })).toBeUndefined();
    expect(add(`sh -c 'docker run x'`, { kind: 'readOnly' })).toBe(`sh -c 'docker run --read-only x'`);
    expect(add(`sh -c 'docker run x'`, { kind: 'healthcheck', command: ['a b'] })).toBeUndefined();
    expect(add('docker run x', { kind: 'healthcheck', command: ['curl', 'a b'] })).toBe(
      `docker run --health-cmd 'curl '\\''a b'\\''' x`,
    );
    expect(add('docker run x', { kind: 'logging', driver: 'syslog', options: [['a', 'b']] })).toBe(
      'docker run --log-driver syslog --log-opt a=b x',
    );
  });

  it('takes an option out with its line', () => {
    const remove = (text: string, pick: (c: ReturnType<typeof one>['container']) => Value) => {
      const { container } = one(text);
      return edited(text, container.writer.remove(pick(container)));
    };
    expect(remove('docker run -d --cap-add X y', (c) => c.capAdd[0]!)).toBe('docker run -d y');
    expect(remove('docker run \\\n  -d \\\n  --cap-add X \\\n  y', (c) => c.capAdd[0]!)).toBe(
      'docker run \\\n  -d \\\n  y',
    );
    expect(remove('docker run \\\n  --cap-add X y', (c) => c.capAdd[0]!)).toBe('docker run \\\n  y');
    expect(remove('docker run --privileged y', (c) => c.privileged as unknown as Value)).toBe('docker run y');
    expect(remove('docker run -dp 1:1 y', (c) => c.ports[0]!.entry)).toBeUndefined();
    expect(remove("O='--cap-add X'\ndocker run $O y", (c) => c.capAdd[0]!)).toBeUndefined();
  });

  it('writes another value', () => {
    const replace = (text: string, newText: string) => {
      const { container } = one(text);
      return edited(text, container.writer.replace(container.ports[0]!.entry, newText));
    };
    expect(replace('docker run -p "80:80" x', '127.0.0.1:80:80')).toBe('docker run -p "127.0.0.1:80:80" x');
    expect(replace('docker run -p80:80 x', '127.0.0.1:80:80')).toBe('docker run -p127.0.0.1:80:80 x');
    expect(replace('docker run --publish=80:80 x', '1:1')).toBe('docker run --publish=1:1 x');
    expect(replace('docker run -p $P:80 x', '1:80')).toBeUndefined();
    const image = one('docker run a:1');
    expect(edited('docker run a:1', image.container.writer.replace(image.container.image!, 'a:2'))).toBe(
      'docker run a:2',
    );
  });
});

it('takes a variable in front of a command for the image', () => {
  const image = (text: string) => read(text)[0]?.container.image?.resolved;
  expect(image('docker run --rm -w /b $OS bash /b/build.sh')).toBe('\ufffc');
  expect(image('docker run --rm $OS ./run')).toBe('\ufffc');
  expect(image('docker run --rm $OPTS debian:13 bash')).toBe('debian:13');
});
