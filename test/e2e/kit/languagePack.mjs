// Makes VS Code speak another language, without Microsoft's language packs, which are not on npm.
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { checkPacked } from './locked.mjs';
import { json, run } from './spawn.mjs';

/**
 * Makes VS Code speak another language: `locale` and package.nls.<locale>.json /
 * bundle.l10n.<locale>.json of extensions only count once a language pack for it is known (else
 * --locale is silently English). Microsoft's packs are not on npm, but
 * @codingame's carry their texts, as arrays without keys: the pseudo-language qps-ploc of the same
 * build, whose letters map one to one to English, gives the English text of each entry, and so the
 * key in this VS Code (90 % of 1.100, 66 % of 1.139). Answers what languagepacks.json in the user
 * data folder has to hold. Offline or for another locale: an empty pack.
 */
export async function languagePack(locale, inst, cache, log) {
  const dir = path.join(cache, `lang-${locale}-${inst.version}`),
    main = path.join(dir, 'main.i18n.json');
  if (!fs.existsSync(main)) {
    const out = path.join(inst.dir, 'node_modules', 'code-server', 'lib', 'vscode', 'out');
    const contents = {};
    try {
      const pkg = (n) => `@codingame/monaco-vscode-language-pack-${n}`,
        name = { 'zh-cn': 'zh-hans', 'zh-tw': 'zh-hant' }[locale] ?? locale;
      const side = fs.mkdtempSync(path.join(cache, '.tmp-lang-'));
      const load = (n) => {
        const spec = `${pkg(n)}@25.1.2`;
        const tgz = run('npm', ['pack', spec, '--loglevel=error', '--silent'], { cwd: side }).trim().split('\n').pop();
        // Its text is run below.
        checkPacked(path.join(side, tgz), spec);
        run('tar', ['xzf', tgz, `--one-top-level=${n}`], { cwd: side });
        return new Function(
          fs
            .readFileSync(path.join(side, n, 'package', 'translations', 'main.i18n.json.js'), 'utf8')
            .replace(/export\s*\{[^}]*\};?/, 'return content;'),
        )();
      };
      const texts = load(name),
        pseudo = load('qps-ploc');
      fs.rmSync(side, { recursive: true });
      const letters = [...'ëeøoñnïiæaðdçcµuþbÿyÇC§SÆAËEÏIÐDØOÑN£LÜUßBÝY']; // pseudo and plain by turns
      const plain = Object.fromEntries(letters.flatMap((letter, i) => (i % 2 ? [] : [[letter, letters[i + 1]]])));
      const byEnglish = new Map(
        pseudo.flatMap((t, i) => (t && texts[i] ? [[[...t].map((c) => plain[c] ?? c).join(''), texts[i]]] : [])),
      );
      const english = json(path.join(out, 'nls.messages.json'));
      let i = 0,
        n = 0;
      for (const [module, keys] of json(path.join(out, 'nls.keys.json')))
        for (const key of keys) {
          const t = byEnglish.get(english[i++]);
          if (t) {
            (contents[module] ??= {})[key] = t;
            n++;
          }
        }
      log(`language ${locale}: ${n} of ${i} texts of the workbench`);
    } catch (e) {
      log(
        `language ${locale}: the workbench stays English (${String(e.message).split('\n')[0]}); extensions will speak it`,
      );
    }
    fs.mkdirSync(dir, { recursive: true });
    fs.writeFileSync(`${main}.tmp`, JSON.stringify({ version: '1.0.0', contents }));
    fs.renameSync(`${main}.tmp`, main);
  }
  const hash = createHash('md5').update(fs.readFileSync(main)).digest('hex');
  return {
    [locale]: {
      hash,
      label: locale,
      extensions: [{ extensionIdentifier: { id: `vscode-up.language-pack-${locale}` }, version: '0.0.1' }],
      translations: { vscode: main },
    },
  };
}
