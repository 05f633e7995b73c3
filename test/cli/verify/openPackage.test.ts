/** A package is what VS Code would make of it, or it is refused. */
import { expect, it } from 'vitest';
import { openVsix } from '../../../src/cli/verify/openPackage';
import { writeZip } from '../../../src/worker/compliance/assess/report/workbook/writeZip';
import { zipEntry } from '../../../src/worker/compliance/assess/report/workbook/zipEntry';

const bytes = (text: string) => new TextEncoder().encode(text);
/** A part that is not compared, for the format has it. */
const packageWith = (extra: Uint8Array) =>
  writeZip([
    zipEntry('extension/dist/cli.js', bytes('1')),
    { ...zipEntry('[Content_Types].xml', bytes('evil()')), extra },
  ]);

// As many archives have.
const timeStamp = Buffer.from([0x55, 0x54, 5, 0, 1, 0, 0, 0, 0]);
const name = bytes('extension/dist/cli.js');
const otherName = Buffer.concat([Buffer.from([0x75, 0x70, 5 + name.length, 0, 1, 0, 0, 0, 0]), name]);

it('one of whose parts has another name for VS Code is damaged, whatever it holds', () => {
  expect([...openVsix(packageWith(timeStamp)).names]).toContain('dist/cli.js');
  for (const extra of [otherName, Buffer.concat([timeStamp, otherName])])
    expect(() => openVsix(packageWith(extra))).toThrow(expect.objectContaining({ code: 'package-damaged' }));
});
