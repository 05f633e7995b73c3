/** Recipes of Makefiles. */
import { describe, expect, it } from 'vitest';
import { makefileShells, makefileTests } from '../../../../src/worker/compliance/documents/makefile';
import { parseShell } from '../../../../src/worker/compliance/documents/shell/shell';
import { edited, imageText, runs, words } from './embeddedShell';

describe('Makefile', () => {
  it('gives a recipe line a shell, or with .ONESHELL the whole recipe', () => {
    const text = 'x:\n\ta \\\n\t  b\n\n# c\n\td\ny:\n\te\n';
    const shells = (t: string) =>
      makefileShells(t).map((e) => parseShell(e).map((c) => c.words.map((w) => w.resolved)));
    expect(shells(text)).toEqual([[['a', 'b']], [['d']], [['e']]]);
    expect(shells(`.ONESHELL:\n${text}`)).toEqual([[['a', 'b'], ['d']], [['e']]]);
  });

  it('reads recipes and variables', () => {
    const text =
      'IMG := nginx:1.2 # c\nX = a\nX += b\nrun: dep\n\t@docker run -e H=$$HOME -v $(PWD):/x \\\n\t  $(IMG)\n\t-docker run $(X)\n\nnot: docker run z\n';
    expect(words('makefile', text)).toEqual([
      ['docker', 'run', '-e', 'H=\ufffc', '-v', '\ufffc:/x', 'nginx:1.2'],
      ['docker', 'run', '\ufffc'],
    ]);
    expect(imageText('makefile', text)).toBe('$(IMG)');
    expect(edited(text, runs('makefile', text)[0]!.container.writer.add([{ kind: 'readOnly' }]))).toContain(
      '\\\n\t  --read-only \\\n\t  $(IMG)\n',
    );
  });

  it('tells recipes of tests by the names of their targets', () => {
    const text = 'A := test:x\ntest-db: a\n\tone\nlatest deploy: test\n\ttwo\nall e2e:\n\tthree\n';
    const isOfTests = makefileTests(text);
    expect(['one', 'two', 'three', 'A'].map((word) => isOfTests(text.indexOf(word)))).toEqual([
      true,
      false,
      true,
      false,
    ]);
  });

  it('reads what recipes call by name, and no other text', () => {
    const text =
      'define start\n@docker run -d \\\n  $(1)\ndocker ps\nendef\ndefine HELP\ndocker run no\nendef\nexport HELP\n' +
      'up: HELP\n\t@$(call start,a)\n\techo "$$HELP"\ndefine stop\ndocker stop a\nendef\ndown: ; $(stop)\nall:\n\techo x && $(stop)\n';
    expect(makefileShells(text).map((shell) => shell.text.split(/[\s\\]+/).slice(0, 2))).toEqual([
      ['docker', 'run'],
      ['docker', 'ps'],
      ['\ufffc', ''],
      ['echo', '"$HELP"'],
      ['docker', 'stop'],
      ['echo', 'x'],
    ]);
  });
});
