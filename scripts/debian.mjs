// Brings the programs that the tests in a browser need: on Debian with apt-get where that is
// allowed, else it says what to do.
import { existsSync } from 'node:fs';
import { findChromium } from './findChromium.mjs';
import { onPath, run, seconds } from './run.mjs';

const chineseFonts = [
  '/usr/share/fonts/truetype/wqy/wqy-microhei.ttc',
  '/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc',
];

/**
 * What may be missing: Debian's package, what it is for, and how to see that it is there; better: one
 * that does the same in less time, which a system may not have.
 */
const parts = {
  chromium: {
    why: 'the browser that shows VS Code',
    there: () => findChromium() !== undefined,
    better: {
      name: 'chromium-headless-shell',
      there: () => process.env.CHROMIUM !== undefined || onPath('chromium-headless-shell'),
    },
  },
  'fonts-wqy-microhei': {
    why: 'Chinese characters',
    there: () => process.platform !== 'linux' || chineseFonts.some((file) => existsSync(file)),
  },
  'zbar-tools': { why: 'zbarimg, a second reader of our symbols', there: () => onPath('zbarimg') },
  'poppler-utils': { why: 'pdftotext, a reader of printed reports', there: () => onPath('pdftotext') },
  strace: {
    why: "strace, the kernel's own list of what our commands ask of it",
    there: () => process.platform !== 'linux' || onPath('strace'),
  },
  qrencode: { why: 'qrencode, a second maker of symbols for our reader', there: () => onPath('qrencode') },
};

/**
 * Installs those of the named packages that are missing. Answers the ones that still are, each with
 * what it is for. Never asks for a password.
 */
export async function bring(names = Object.keys(parts)) {
  const missing = () => names.filter((name) => !parts[name].there());
  const lacking = missing();
  const wanted = names.flatMap((name) => {
    const { better } = parts[name];
    if (better) return better.there() ? [] : [better.name];
    return lacking.includes(name) ? [name] : [];
  });
  if (wanted.length === 0) return [];
  const sudo = process.getuid?.() === 0 ? [] : ['sudo', '-n'];
  const apt = (...args) => {
    const line = [...sudo, 'apt-get', '-qq', '-o', 'Acquire::Retries=3', ...args];
    return run(line[0], line.slice(1), { env: { DEBIAN_FRONTEND: 'noninteractive' } });
  };
  if (onPath('apt-get') && (sudo.length === 0 || (await run('sudo', ['-n', 'true'])).code === 0)) {
    process.stderr.write(`Installing ${wanted.join(', ')} with apt-get … `);
    const start = Date.now();
    const install = (...packages) => apt('install', '-y', '--no-install-recommends', ...packages);
    let result = { code: 1 };
    for (let round = 0; round < 3 && result.code !== 0; round++) {
      await apt('update');
      result = await install(...wanted);
      // Not every system has what is better.
      if (result.code !== 0) result = lacking.length > 0 ? await install(...lacking) : { code: 0 };
    }
    console.error(result.code === 0 ? `done in ${seconds(Date.now() - start)}` : `failed\n${result.out}`);
  }
  return missing().map((name) => ({ name, why: parts[name].why }));
}

/** What to tell a person about packages that `bring` could not install. */
export const explain = (missing) =>
  `Missing: ${missing.map(({ name, why }) => `${name} (${why})`).join(', ')}.\n` +
  `Install it first; on Debian or Ubuntu: sudo apt-get install ${missing.map(({ name }) => name).join(' ')}\n` +
  'Elsewhere: any Chromium or Chrome will do, set CHROMIUM to its path.';
