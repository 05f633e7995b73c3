/** Fences of Markdown files. */
import { describe, expect, it } from 'vitest';
import { readFences } from '../../../../src/worker/compliance/documents/markdown';
import { edited, runs } from './embeddedShell';

describe('Markdown', () => {
  const fence = (language: string, body: string) =>
    `Text docker run no\n\n~~~\ndocker  run x\n~~~\n\n\`\`\`${language}\n${body}\n\`\`\`\n\nmore\n`;
  const images = (language: string, body: string) =>
    runs('markdown', fence(language, body))
      .slice(1)
      .map((r) => r.container.image?.known);

  it('reads shell fences, tagged or recognised', () => {
    expect(images('bash', 'docker run a')).toEqual(['a']);
    expect(images('', 'docker run a')).toEqual(['a']);
    expect(images('python', 'docker run a')).toEqual([]);
    expect(images('', 'a docker run a')).toEqual([]);
    expect(images('console', '$ docker run \\\n>  a\ndocker run output\n# docker run b')).toEqual(['a', 'b']);
    expect(images('bash', '$ docker run a\noutput run')).toEqual(['a']);
    expect(images('bash', '# docker run b\ndocker run a')).toEqual(['a']);
    expect(images('', '# start it\ndocker run a\n# or\ndocker run b')).toEqual(['a', 'b']);
    expect(images('', '# docker run a\noutput run')).toEqual(['a']);
    expect(images('console', 'me@host:~/x$ docker run a')).toEqual(['a']);
  });

  it('reads PowerShell and cmd continuations', () => {
    expect(images('powershell', 'PS C:\\> docker run `\r\n  -v C:\\x:/y -e A=$env:B `\r\n  a')).toEqual(['a']);
    expect(images('cmd', 'rem x\r\ndocker run ^\r\n  -v %CD%:/y ^\r\n  a')).toEqual(['a']);
    const [, run] = runs('markdown', fence('powershell', 'docker run `\n  -v C:\\x:/y `\n  a'));
    expect(run!.container.mounts[0]?.source?.known).toBe('C:\\x');
    const text = fence('powershell', 'docker run `\n  -d `\n  a');
    expect(edited(text, runs('markdown', text)[1]!.container.writer.add([{ kind: 'readOnly' }]))).toContain(
      '-d `\n  --read-only `\n  a',
    );
  });

  it.each([
    ['services:\n  a:\n    image: a:1', ['yaml']],
    ['# Shop\nname: shop\nservices:\n  a:\n    build: .', ['yaml']],
    ['FROM a:1\nRUN make', ['dockerfile']],
    ['\n# syntax=docker/dockerfile:1\nfrom a:1 as b\nCOPY . .', ['dockerfile']],
    ['services:\n  a: {}', []],
    ['FROM here to there\nRUN away', []],
    ['FROM a\nSELECT b', []],
    ['From a:1\nwe go on.', []],
  ])('recognises an untagged fence: %j', (content, kinds) =>
    expect(
      readFences(`\`\`\`\n${content}\n\`\`\`\n`).flatMap((fence) =>
        fence.kind === 'file' ? fence.file.names : fence.kind,
      ),
    ).toEqual(kinds),
  );

  it('reads fences in lists and to the end', () => {
    const text = '- x\n  ```sh\n  docker run a\n  ```\n\n````sh\n```\ndocker run b\n';
    expect(runs('markdown', text).map((r) => r.container.image?.known)).toEqual(['a', 'b']);
  });

  it('reads indented commands, outside of lists', () => {
    const image = (text: string) => runs('markdown', text).map((r) => r.container.image?.known);
    expect(image('Run:\n\n    docker run a\n\n    $ docker run \\\n      b\nText\n')).toEqual(['b']);
    expect(image('# Run\n\tdocker run a\n\n\tdocker run b')).toEqual(['a', 'b']);
    expect(image('Run\n    docker run a\n')).toEqual([]);
    expect(image('- Run\n\n    docker run a\n\nText\n\n    docker run b\n')).toEqual(['b']);
  });

  it('reads fences in quotes, to the end of the quote', () => {
    const image = (text: string) => runs('markdown', text).map((r) => r.container.image?.known);
    expect(image('> ```sh\n> docker run a\n> ```\n')).toEqual(['a']);
    expect(image('> > ~~~sh title="x"\n>> docker run \\\n> >   -d a\n> > ~~~\n')).toEqual(['a']);
    expect(image('> - ```{.sh}\n>   docker run a\n>   ```\n')).toEqual(['a']);
    expect(image('1. > ```sh\r\n   > docker run a\r\n   > ```\r\n')).toEqual(['a']);
    expect(image('> ```sh\n> docker run a\n\ndocker run no\n\n```sh\ndocker run b\n```\n')).toEqual(['a', 'b']);
    expect(image('```sh\ncat <<E\n> ```\nE\ndocker run a\n```\n')).toEqual(['a']);
  });

  it('passes over what is shown as wrong', () => {
    const image = (text: string) => runs('markdown', text).map((r) => r.container.image?.known);
    const fence = '```sh\ndocker run a\n```\n';
    for (const line of ['**Problematic code:**', '#### Bad example', '❌ Never do this', '错误示例：', '### Incorrect'])
      expect(image(`${line}\n\n${fence}`)).toEqual([]);
    for (const line of ['**Correct code:**', '## Bad gateway', 'Wrong settings are refused. Start it:', '正确示例：'])
      expect(image(`${line}\n\n${fence}`)).toEqual(['a']);
    expect(image(`Bad:\n\n${fence}\n${fence}`)).toEqual(['a']);
  });

  it('reads prompts of every form in front of commands of containers', () => {
    const image = (text: string) => runs('markdown', text).map((r) => r.container.image?.known);
    expect(image('```bash\n> docker run a\n$> docker run b\n> sudo docker run c\n```\n')).toEqual(['a', 'b', 'c']);
    expect(image('```\nroot@host:~# docker run a\n[root@host ~]# docker run b\n```\n')).toEqual(['a', 'b']);
    expect(image('```bash\n# docker run a\necho x \\\n> list\ndocker run b\n```\n')).toEqual(['b']);
  });
});
