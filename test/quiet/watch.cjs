// Preloaded (`--require`) into a process and its threads: writes a line into `reached.jsonl` beside
// itself for each socket, name look-up, child process and native library that code asks for.
// Handles are seen where Node makes them, whoever asks and by whatever module; what makes none that
// can be seen there is wrapped. `scope.json` beside it names, for a process of other people's code
// (VS Code's extension host), the folder whose frames and threads count; null: everything counts.
const { createHook } = require('node:async_hooks');
const { appendFileSync, readFileSync } = require('node:fs');
const { syncBuiltinESMExports } = require('node:module');
const path = require('node:path');
const threads = require('node:worker_threads');

const { within } = JSON.parse(readFileSync(path.join(__dirname, 'scope.json'), 'utf8'));

/** Sockets, servers, look-ups, processes; a plain PIPEWRAP is how standard input comes. */
const HANDLES = /^(TCP|UDP|TLS|HTTP|PIPECONNECT|PIPESERVER|GETADDRINFO|GETNAMEINFO|QUERY|PROCESS)/;

const write = (line) =>
  appendFileSync(path.join(__dirname, 'reached.jsonl'), `${JSON.stringify({ ...line, pid: process.pid })}\n`);

function stack() {
  const { stackTraceLimit } = Error;
  Error.stackTraceLimit = 60;
  const text = new Error().stack ?? '';
  Error.stackTraceLimit = stackTraceLimit;
  return text.split('\n').slice(3);
}

let isAllOurs = within === null;

function reached(what) {
  const frames = stack();
  if (isAllOurs || frames.some((frame) => frame.includes(within))) write({ reached: what, frames });
}

function wrap(target, name) {
  const original = target?.[name];
  if (typeof original !== 'function') return;
  const wrapped = new Proxy(original, {
    apply(call, self, args) {
      reached(name);
      return Reflect.apply(call, self, args);
    },
    construct(call, args, made) {
      reached(name);
      return Reflect.construct(call, args, made);
    },
  });
  Object.defineProperty(target, name, { value: wrapped, configurable: true, writable: true });
}

function watch(isThread) {
  isAllOurs ||= isThread;
  write({ watches: threads.threadId, ...(threads.isMainThread && { name: path.basename(process.argv[1] ?? '') }) });
  createHook({
    init(_id, type) {
      if (HANDLES.test(type)) reached(type);
    },
  }).enable();
  for (const name of ['fetch', 'WebSocket', 'EventSource']) wrap(globalThis, name);
  for (const name of ['spawnSync', 'execSync', 'execFileSync']) wrap(require('node:child_process'), name);
  wrap(require('node:inspector'), 'open');
  wrap(process, 'dlopen');
  // A thread that is given an environment of its own does not inherit what is preloaded here.
  threads.Worker = class extends threads.Worker {
    constructor(file, options = {}) {
      const isOurs = isAllOurs || String(file).includes(within);
      super(file, isOurs ? { ...options, execArgv: ['--require', path.join(__dirname, 'inThread.cjs')] } : options);
      if (isOurs) write({ starts: this.threadId, name: options.workerData?.bundle ?? path.basename(String(file)) });
    }
  };
}

const HOST = '--type=extensionHost';

/** VS Code's server gives the extension host no NODE_OPTIONS: it is preloaded as the host starts. */
function followHost() {
  const processes = require('node:child_process');
  const { fork } = processes;
  processes.fork = (file, ...given) => {
    const [args, options = {}] = given;
    if (!Array.isArray(args) || !args.includes(HOST)) return fork(file, ...given);
    return fork(file, args, { ...options, execArgv: [...(options.execArgv ?? []), '--require', __filename] });
  };
  syncBuiltinESMExports();
}

if (threads.isMainThread) {
  if (isAllOurs || process.argv.includes(HOST)) watch(false);
  else followHost();
}

module.exports = { watch };
