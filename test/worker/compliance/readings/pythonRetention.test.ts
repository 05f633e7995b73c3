/** How long the handlers of a Python program keep its log. */
import { expect, it } from 'vitest';
import { readModule } from '../../../../src/worker/compliance/documents/python/readModule';
import { pythonRetentions } from '../../../../src/worker/compliance/readings/pythonRetention';

const kept = (text: string) =>
  pythonRetentions(readModule('file:///w/log.py', text)).map(({ written, days }) => `${written} ${days}`);

it.each([
  ['TimedRotatingFileHandler("a", "midnight", backupCount=7)', ['midnight × 7 7']],
  ['TimedRotatingFileHandler("a", "D", 2, 30)', ['D × 30 60']],
  ['TimedRotatingFileHandler("a", backupCount=48)', ['h × 48 2']],
  ['TimedRotatingFileHandler("a", "w6", backupCount=30)', ['w6 × 30 210']],
  ['N = 7\nTimedRotatingFileHandler("a", "D", backupCount=N)', ['D × 7 7']],
  ['TimedRotatingFileHandler("a", "D")', []],
  ['TimedRotatingFileHandler("a", "D", backupCount=0)', []],
  ['TimedRotatingFileHandler("a", unit, backupCount=7)', []],
  ['TimedRotatingFileHandler("a", backupCount=7, **more)', []],
  ['RotatingFileHandler("a", maxBytes=1000, backupCount=5)', ['maxBytes × backupCount undefined']],
  ['RotatingFileHandler("a", backupCount=5)', []],
  ['FileHandler("a")', []],
  ['X = {"class": "logging.handlers.TimedRotatingFileHandler", "when": "D", "backupCount": 30}', ['D × 30 30']],
])('%s', (text, expected) => expect(kept(text)).toEqual(expected));
