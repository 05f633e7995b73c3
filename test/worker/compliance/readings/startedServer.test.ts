/** Which server a command starts, and how often the program that it names is read. */
import { expect, it } from 'vitest';
import type { WorkspaceFiles } from '../../../../src/worker/compliance/files';
import { commandsOf, startsDevServer } from '../../../../src/worker/compliance/readings/startedServer';

it.each<[string, string[][]]>([
  ['flask run', [['flask', 'run']]],
  [
    'echo "a; flask run" && gunicorn app:app',
    [
      ['echo', 'a; flask run'],
      ['gunicorn', 'app:app'],
    ],
  ],
  ['if [ "$A" ]; then flask run; fi', []],
])('%j', (text, commands) => {
  expect(commandsOf(['sh', '-c', text]).filter(([word]) => word !== '[')).toEqual(commands);
});

const RUN = 'from flask import Flask\napp = Flask(__name__)\napp.run(host="0.0.0.0")\n';

it('reads the program that thousands of commands start once, and again when it changes', () => {
  let text = RUN + 'f(a)\n'.repeat(40_000);
  const files: WorkspaceFiles = { text: (uri) => (uri === 'file:///w/app.py' ? text : null) };
  const ask = () => startsDevServer('file:///w/compose.yaml', 'app.py', files);
  for (let i = 0; i < 2000; i++) expect(ask()).toBe(true);
  text = text.replace('0.0.0.0', '127.0.0.1');
  expect(ask()).toBe(false);
});
