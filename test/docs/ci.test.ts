/** The recipes for CI, taken out of the pages and run in a git repository as far as they run here. */
import { execFileSync, spawnSync } from 'node:child_process';
import { appendFileSync, cpSync, mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { sarifFaults } from '../worker/compliance/report/sarifFaults';

const repository = mkdtempSync(join(tmpdir(), 'ci-'));
afterAll(() => rmSync(repository, { recursive: true, force: true }));

const env = {
  ...process.env,
  LC_ALL: 'C',
  PATH: `${dirname(process.execPath)}:${process.env.PATH}`,
  QR_CODE_MASTER_AUDIT: 'off',
  GIT_CONFIG_GLOBAL: '/dev/null',
  PRE_COMMIT_HOME: join(repository, '.git/pre-commit'),
};
const COMPOSE = 'services:\n  web:\n    image: nginx:latest\n';
const WORSE = `${COMPOSE}    privileged: true\n`;

/** The exit code of a script of the shell, and what it says. */
function sh(script: string) {
  const { status, stdout, stderr } = spawnSync('sh', ['-c', script], { cwd: repository, env, encoding: 'utf8' });
  return { status, out: stdout, err: stderr };
}
const put = (name: string, text: string) => writeFileSync(join(repository, name), text);
const read = (name: string) => readFileSync(join(repository, name), 'utf8');
const git = (...args: string[]) =>
  execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@example.com', ...args], { cwd: repository, env });

beforeAll(() => {
  git('init', '-q');
  // What `unzip` of the recipe leaves there.
  cpSync('dist', join(repository, 'tools/qrm/extension/dist'), { recursive: true });
  put('compose.yaml', COMPOSE);
  git('add', 'compose.yaml');
});

const recipesOf = (page: string) =>
  [...readFileSync(page, 'utf8').matchAll(/^```(\w+)\n(.*?)^```$/gms)].map(([, language, code]) => ({
    language,
    code: code!,
  }));

it('has the same recipes in Chinese, but for names and remarks', () => {
  const bare = (page: string) =>
    recipesOf(page).map(({ code }) => code.replace(/ +# .*| - name: .*|(?<= name: ).*/g, ''));
  expect(bare('docs/ci.zh-cn.md')).toEqual(bare('docs/ci.md'));
});

describe('docs/ci.md', () => {
  const recipes = recipesOf('docs/ci.md');
  const [unzip, writeBaseline, github, gitlab, jenkins, preCommit, shell] = recipes.map(({ code }) => code);
  const workflow = parse(github!);
  const runs: string[] = workflow.jobs.lint.steps.flatMap(({ run }: { run?: string }) => run ?? []);
  const scripts: string[] = parse(gitlab!).mlps.script;
  const [jenkinsLine = ''] = /(?<=sh ').*(?=')/.exec(jenkins!) ?? [];

  /** Of each recipe that checks. */
  const answers = () => [runs[0]!, scripts[0]!, jenkinsLine, shell!].map((each) => sh(each).status);

  it('has the recipes', () => {
    expect(recipes.map(({ language }) => language)).toEqual('sh sh yaml yaml groovy yaml sh'.split(' '));
    expect(unzip).toMatch(/^unzip qr-code-master\.vsix 'extension\/dist\/\*' -d tools\/qrm /);
    expect([runs.length, scripts.length]).toEqual([2, 1]);
  });

  it('has a workflow of GitHub', () => {
    expect(Object.keys(workflow)).toEqual(['name', 'on', 'permissions', 'jobs']);
    expect(workflow.on).toEqual(['push', 'pull_request']);
    expect(workflow.permissions).toEqual({ actions: 'read', contents: 'read', 'security-events': 'write' });
    expect(Object.keys(workflow.jobs.lint)).toEqual(['runs-on', 'steps']);
    for (const step of workflow.jobs.lint.steps) {
      expect(['name', 'uses', 'run', 'if', 'with']).toEqual(expect.arrayContaining(Object.keys(step)));
      expect('uses' in step).not.toBe('run' in step);
      if ('uses' in step) expect(step.uses).toMatch(/^[\w-]+\/[\w-]+(?:\/[\w-]+)?@v\d+$/);
    }
    const written = runs.map((run) => /(?:> |-o )(\S+)$/.exec(run)![1]);
    const uploaded = workflow.jobs.lint.steps.flatMap(({ with: given }: { with?: Record<string, string> }) =>
      [given?.sarif_file, given?.path].flatMap((each) => each ?? []),
    );
    expect(uploaded).toEqual(written);
  });

  it('has a job of GitLab', () => {
    const { mlps } = parse(gitlab!);
    expect(Object.keys(mlps)).toEqual(['image', 'script', 'artifacts']);
    expect(mlps.artifacts).toEqual({ when: 'always', reports: { codequality: /> (\S+)$/.exec(scripts[0]!)![1] } });
  });

  it('has a pipeline of Jenkins that ends what it begins', () => {
    const depths = [...jenkins!.replace(/'[^'\n]*'/g, '')].map((each) => (each === '{' ? 1 : each === '}' ? -1 : 0));
    let depth = 0;
    for (const each of depths) expect((depth += each)).toBeGreaterThanOrEqual(0);
    expect(depth).toBe(0);
    expect(jenkins).toContain(`junit '${/> (\S+)$/.exec(jenkinsLine)![1]}'`);
  });

  it('answers 2 without the baseline, 0 with it, and 1 for what is new', () => {
    put('compose.yaml', COMPOSE);
    rmSync(join(repository, 'mlps-baseline.json'), { force: true });
    expect(answers()).toEqual([2, 2, 2, 2]);
    expect(sh(writeBaseline!)).toMatchObject({ status: 0 });
    expect(answers()).toEqual([0, 0, 0, 0]);
    expect(sh(shell!).out).toMatch(/passed\n$/);
    put('compose.yaml', WORSE);
    expect(answers()).toEqual([1, 1, 1, 0]);
    expect(sh(shell!).out).toMatch(/findings\n$/);

    expect(sarifFaults(read('mlps.sarif'))).toEqual([]);
    const states = JSON.parse(read('mlps.sarif')).runs[0].results.map(
      (each: Record<string, string>) => each.baselineState,
    );
    expect(states).toEqual(expect.arrayContaining(['unchanged', 'new']));
    expect(codeQualityFaults(read('mlps.json'))).toEqual([]);
    expect(JSON.parse(read('mlps.json')).map((each: Record<string, string>) => each.check_name)).toEqual([
      'MLPS-RUN-008',
    ]);
    expect(read('mlps.xml')).toMatch(/<testsuites [^>]*failures="1" errors="0"/);

    expect(sh(runs[1]!)).toMatchObject({ status: 0 });
    expect(read('mlps.html')).toContain('<html lang="zh-CN">');
    rmSync(join(repository, 'mlps.html'));
  });

  it('answers 2 for what is broken or was not judged, which the report names', () => {
    put('compose.yaml', COMPOSE);
    sh(writeBaseline!);
    for (const [name, content, length] of [
      ['.qrcodemaster.yaml', 'profile: [mlps3\n', undefined],
      ['Dockerfile', '', 1e9],
    ] as const) {
      put(name, content);
      if (length) truncateSync(join(repository, name), length);
      expect([runs[0]!, shell!, runs[1]!].map((each) => sh(each).status)).toEqual([2, 2, 2]);
      rmSync(join(repository, name));
      expect(read('mlps.html')).toContain(name);
      rmSync(join(repository, 'mlps.html'));
    }
    put('mlps-baseline.json', '{"version": 99}');
    expect(sh(shell!)).toMatchObject({ status: 2, err: expect.stringContaining('not judged') });
    rmSync(join(repository, 'mlps-baseline.json'));
  });

  it('names what keeps the checked files from opening the gate', () => {
    const [closed = ''] = /--no-inline-suppressions --no-config/.exec(readFileSync('docs/ci.md', 'utf8')) ?? [];
    put('compose.yaml', `${WORSE.trimEnd()} # mlps-lint disable-line -- trust me\n`);
    put('.qrcodemaster.yaml', 'ignore: ["**"]\n');
    const lint = 'node tools/qrm/extension/dist/cli.js lint . --profile mlps3';
    expect(sh(lint).status).toBe(0);
    expect(sh(`${lint} ${closed}`).status).toBe(1);
    rmSync(join(repository, '.qrcodemaster.yaml'));
  });

  describe('the hook before a commit', () => {
    const { repos } = parse(preCommit!);
    const [hook] = repos[0].hooks;
    const files = new RegExp(hook.files);

    it('has what the framework asks for', () => {
      expect(repos).toHaveLength(1);
      expect(repos[0].repo).toBe('local');
      expect(Object.keys(hook)).toEqual(['id', 'name', 'language', 'entry', 'files']);
    });

    it('takes the six sorts of names', () => {
      const names = ['Dockerfile', 'a/Dockerfile.prod', 'Containerfile', 'compose.yaml', 'b/docker-compose.dev.yml'];
      names.push('etc/ssh/sshd_config', 'etc/docker/daemon.json', 'site.nginx', 'nginx.conf');
      expect(names.filter((name) => !files.test(name))).toEqual([]);
      for (const name of ['notes.txt', 'my-compose.md', 'nginx.conf.md', 'src/Dockerfile/x.ts'])
        expect(files.test(name)).toBe(false);
    });

    it('stops a commit with something new, and lets others pass', () => {
      put('.git/hooks/pre-commit', hookScript(hook.entry, hook.files));
      execFileSync('chmod', ['+x', join(repository, '.git/hooks/pre-commit')]);
      walkThroughCommits();
      rmSync(join(repository, '.git/hooks/pre-commit'));
    });

    const noFramework = spawnSync('pre-commit', ['--version']).status !== 0;
    it.skipIf(noFramework)('does so in the framework (skipped without pre-commit)', { timeout: 60_000 }, () => {
      put('.pre-commit-config.yaml', preCommit!);
      git('add', '.pre-commit-config.yaml');
      expect(sh('pre-commit install').status).toBe(0);
      walkThroughCommits();
      sh('pre-commit uninstall');
      rmSync(join(repository, '.pre-commit-config.yaml'));
    });

    function walkThroughCommits(): void {
      const commit = () => sh('git -c user.name=a -c user.email=a@example.com commit -qm x');
      put('compose.yaml', COMPOSE);
      sh(writeBaseline!);
      put('notes.txt', 'docker run --privileged x\n');
      git('add', 'compose.yaml', 'notes.txt', 'mlps-baseline.json');
      git('commit', '-q', '--allow-empty', '--no-verify', '-m', 'start');
      appendFileSync(join(repository, 'notes.txt'), 'more\n');
      put('compose.yaml', `# a remark\n${COMPOSE}`);
      git('add', '.');
      expect(commit()).toMatchObject({ status: 0 });
      put('compose.yaml', WORSE);
      git('add', '.');
      const stopped = commit();
      expect(stopped.status).toBe(1);
      expect(stopped.out + stopped.err).toContain('MLPS-RUN-008');
      git('reset', '-q', '--hard');
    }

    it('would be told of a file that is no deployment file', () => {
      put('notes.txt', 'x');
      expect(sh(`${hook.entry} notes.txt`)).toMatchObject({ status: 2 });
    });
  });
});

/** What the framework does: the names of the commit that fit, behind the command. */
const hookScript = (entry: string, files: string) =>
  `#!/bin/sh\nnames=$(git diff --cached --name-only --diff-filter=d | grep -E '${files}')\n[ -z "$names" ] || exec ${entry} $names\n`;

/** By https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format */
function codeQualityFaults(text: string): string[] {
  const issues: Record<string, unknown>[] = JSON.parse(text);
  const seen = new Set<unknown>();
  return issues.flatMap((issue) => {
    const { description, check_name, fingerprint, severity, location } = issue;
    const { path, lines } = location as { path: string; lines: { begin: number } };
    const holds =
      [description, check_name, fingerprint].every((each) => typeof each === 'string' && each !== '') &&
      ['info', 'minor', 'major', 'critical', 'blocker'].includes(severity as string) &&
      !/^\.?\//.test(path) &&
      Number.isInteger(lines.begin) &&
      lines.begin > 0 &&
      seen.size < seen.add(fingerprint).size;
    return holds ? [] : [JSON.stringify(issue)];
  });
}
