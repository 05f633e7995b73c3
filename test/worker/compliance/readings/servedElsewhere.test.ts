/** Which files speak of the module that a production server starts. */
import { expect, it } from 'vitest';
import { isServedByAnother } from '../../../../src/worker/compliance/readings/servedElsewhere';
import { treeFiles } from '../treeFiles';

const served = (files: Record<string, string>, uri = 'file:///w/site/app.py') =>
  isServedByAnother(
    { uri },
    treeFiles({
      [uri]: '',
      ...Object.fromEntries(Object.entries(files).map(([path, text]) => [`file:///w/${path}`, text])),
    }),
  );
const START = 'CMD ["gunicorn", "-b", "0.0.0.0:8080", "app:app"]\n';

it.each<[string, boolean, Record<string, string>]>([
  ['beside it', true, { 'site/Dockerfile': START }],
  ['above, with its folder', true, { Dockerfile: `COPY site .\n${START}` }],
  ['above, as a part of the module', true, { Procfile: 'web: gunicorn site.app:app\n' }],
  ['above, about a module of its own', false, { Dockerfile: `COPY app app\n${START}` }],
  ['of another name', false, { 'site/Dockerfile': START.replace('app:', 'shop:') }],
  ['beside one that runs it by itself', false, { 'site/Dockerfile': START, 'site/run.sh': 'python app.py\n' }],
  ['beside one that is run above', true, { 'site/Dockerfile': START, 'run.sh': 'python app.py\n' }],
])('%s: %s', (_, expected, files) => expect(served(files)).toBe(expected));
