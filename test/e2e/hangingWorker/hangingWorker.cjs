// An extension that lets the newest thread of its host run in a circle, as a debugger could.
const { Session } = require('node:inspector');
const vscode = require('vscode');

exports.activate = ({ subscriptions }) => {
  const hang = () =>
    new Promise((resolve) => {
      const session = new Session();
      session.connect();
      const workers = [];
      session.on('NodeWorker.attachedToWorker', ({ params }) => workers.push(params));
      session.post('NodeWorker.enable', { waitForDebuggerOnStart: false }, () =>
        setTimeout(() => {
          const message = JSON.stringify({ id: 1, method: 'Runtime.evaluate', params: { expression: 'for (;;);' } });
          session.post('NodeWorker.sendMessageToWorker', { sessionId: workers.at(-1).sessionId, message }, resolve);
        }, 500),
      );
    });
  subscriptions.push(vscode.commands.registerCommand('e2e.hangWorker', hang));
};
