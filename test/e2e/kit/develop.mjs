// Loads an extension from its folder into the workbench, as --extensionDevelopmentPath does on a
// desktop, and runs test modules in its host.
import path from 'node:path';
import { launchBrowser } from './browser.mjs';

/**
 * Makes the workbench that this page will open load an extension from its folder (no .vsix) and,
 * with `tests`, run that module in the extension host. Call it before goto(). It edits the
 * configuration in the page's <meta> before the workbench reads it. (Not by answering the request
 * in page.route(): Chromium then counts the page as no local one and refuses its WebSocket.)
 */
export async function developExtension(page, { dev, tests }) {
  const uri = (file) => file && { scheme: 'vscode-remote', path: path.resolve(file).replaceAll('\\', '/') };
  await page.addInitScript(
    ({ extension, extensionTestsPath }) => {
      const edit = () => {
        const meta = document.getElementById('vscode-workbench-web-configuration');
        if (!meta) return;
        observer.disconnect();
        const configuration = JSON.parse(meta.getAttribute('data-settings'));
        const at = (place) => place && { authority: location.host, ...place };
        configuration.developmentOptions = {
          ...configuration.developmentOptions,
          extensions: [at(extension)],
          extensionTestsPath: at(extensionTestsPath),
        };
        meta.setAttribute('data-settings', JSON.stringify(configuration));
      };
      const observer = new MutationObserver(edit);
      observer.observe(document, { childList: true, subtree: true });
    },
    { extension: uri(dev), extensionTestsPath: uri(tests) },
  );
}

/**
 * Opens a workbench, has it run the CommonJS module `tests` (it exports `run(): Promise<void>`) in
 * the extension host, and answers 0 when run() resolved, 1 when it was rejected. Throws when it
 * does not end in time.
 */
export async function runTestsInHost(url, { dev, tests, timeout = 300_000 }) {
  const browser = await launchBrowser();
  const timer = {};
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
    await page.exposeFunction('codeAutomationLog', () => {});
    const exit = new Promise((resolve, reject) => {
      timer.id = setTimeout(
        () => reject(new Error(`the tests in the extension host did not end within ${timeout} ms`)),
        timeout,
      );
      page.on('crash', () => reject(new Error('the page crashed')));
      page.exposeFunction('codeAutomationExit', resolve).catch(reject); // VS Code calls it when run() has ended
    });
    await developExtension(page, { dev, tests });
    await page.goto(url);
    return await exit;
  } finally {
    clearTimeout(timer.id);
    await browser.close();
  }
}
