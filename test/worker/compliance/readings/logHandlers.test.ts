/** Handlers of a Python program's log, however they are made. */
import { expect, it } from 'vitest';
import { literalOf } from '../../../../src/worker/compliance/documents/python/constant';
import { readModule } from '../../../../src/worker/compliance/documents/python/readModule';
import { logHandlers } from '../../../../src/worker/compliance/readings/logHandlers';

function read(text: string) {
  const module = readModule('file:///w/log.py', text);
  return logHandlers(module).map((handler) => {
    const options = [...handler.options].map(([name, value]) => [name, literalOf(module, value, handler.scope)]);
    return { ...Object.fromEntries(options), class: handler.class, isPartial: handler.isPartial };
  });
}

it.each([
  [
    'from logging.handlers import TimedRotatingFileHandler as T\nT("a.log", "midnight", backupCount=7)',
    { class: 'TimedRotatingFileHandler', filename: 'a.log', when: 'midnight', backupCount: 7, isPartial: false },
  ],
  [
    'import logging.handlers\nlogging.handlers.RotatingFileHandler("a.log", "a", 10 * 1024, 5)',
    { class: 'RotatingFileHandler', filename: 'a.log', mode: 'a', maxBytes: 10_240, backupCount: 5, isPartial: false },
  ],
  [
    'D = {"handlers": {"file": {"class": "logging.handlers.TimedRotatingFileHandler", "when": "D", "backupCount": 30}}}',
    { class: 'TimedRotatingFileHandler', when: 'D', backupCount: 30, isPartial: false },
  ],
  ['RotatingFileHandler(*args, backupCount=3)', { class: 'RotatingFileHandler', backupCount: 3, isPartial: true }],
])('%s', (text, handler) => expect(read(text)).toEqual([expect.objectContaining(handler)]));

it('takes other classes for what they are', () => {
  expect(read('StreamHandler()\nd = {"class": "logging.NullHandler"}\nx = {**y}')).toEqual([]);
});
