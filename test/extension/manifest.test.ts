/** What package.json names is there: commands, views, pictures; VS Code says nothing about a wrong name. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

const root = path.join(import.meta.dirname, '../..');
const read = (file: string) => readFileSync(path.join(root, file), 'utf8');
const { contributes } = JSON.parse(read('package.json'));
const commands = new Set<string>(contributes.commands.map(({ command }: { command: string }) => command));
const views = new Set<string>(contributes.views.qrCodeMaster.map(({ id }: { id: string }) => id));
interface Step {
  id: string;
  media: { svg: string };
  completionEvents: string[];
}
const steps: Step[] = contributes.walkthroughs[0].steps;

describe('the walkthrough', () => {
  /**
   * VS Code opens it by itself, once: where the extension was installed in this window, not by
   * Settings Sync, while `workbench.welcomePage.walkthroughs.openOnInstall` (default) holds and
   * `workbench.startupEditor` is not none, the first walkthrough whose `when` holds and that this
   * profile has not seen. A step without a picture stops it, one more walkthrough may take its
   * place. Source: registerExtensionWalkthroughContributions and initCompletionEventListeners in
   * src/vs/workbench/contrib/welcomeGettingStarted/browser/gettingStartedService.ts of VS Code.
   */
  it('is what VS Code opens after the installation, and we open it only when asked', () => {
    expect(contributes.walkthroughs).toHaveLength(1);
    expect(contributes.walkthroughs[0]).not.toHaveProperty('when');
    expect(steps.filter(({ media }) => !existsSync(path.join(root, media.svg)))).toEqual([]);
    const sources = readdirSync(path.join(root, 'src/extension'), { recursive: true, encoding: 'utf8' });
    const opening = sources.filter(
      (file) => file.endsWith('.ts') && read(`src/extension/${file}`).includes('openWalkthrough'),
    );
    expect(opening).toEqual([path.join('commands', 'firstSteps.ts')]);
  });

  it('has steps that are done by commands and views that are there', () => {
    const events = steps.flatMap(({ completionEvents }) =>
      completionEvents.map((event) => event.split(':') as [string, string]),
    );
    expect(events.filter(([sort, name]) => !(sort === 'onView' ? views : commands).has(name))).toEqual([]);
  });

  it('takes every way of making and of reading for the step', () => {
    const ways = (start: RegExp) => [...commands].filter((command) => start.test(command));
    const done = (step: string) => steps.find(({ id }) => id === step)!.completionEvents;
    const events = (each: string[]) => each.map((command) => `onCommand:${command}`);
    const reading = ways(/^qrCodeMaster\.(?:read|decode|choosePictures)/);
    expect(reading.length).toBeGreaterThan(7);
    expect(done('read')).toEqual(expect.arrayContaining(events(reading)));
    const making = ways(/^qrCodeMaster\.(?:generateFrom|generateBatch|makeSample)/);
    expect(making.length).toBeGreaterThan(6);
    expect(done('make')).toEqual(expect.arrayContaining(events(making)));
  });

  it.each(['package.nls.json', 'package.nls.zh-cn.json'])('links in %s to commands of ours and of VS Code', (file) => {
    const links = [...read(file).matchAll(/\]\(command:([\w.]+)\)/g)].map(([, command]) => command!);
    expect(links.length).toBeGreaterThan(10);
    expect(links.filter((command) => !commands.has(command) && !command.startsWith('vscode.'))).toEqual([]);
  });

  it.each(steps.map(({ media }) => media.svg))(
    '%s is small, in colours of the theme, and goes into the package',
    (svg) => {
      const text = read(svg);
      expect(text.length).toBeLessThan(4096);
      expect(text).toContain('var(--vscode-');
      expect(read('.vscodeignore')).toContain(`!${path.dirname(svg)}/**`);
    },
  );
});

describe('what the samples are opened from', () => {
  it.each(['samples/hello.md', 'samples/Dockerfile', 'samples/pictures/hello.png'])(
    '%s goes into the package',
    (file) => {
      expect(existsSync(path.join(root, file))).toBe(true);
      expect(read('.vscodeignore')).toContain(`!${file}\n`);
    },
  );
});
