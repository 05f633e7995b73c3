import { describe, expect, it } from 'vitest';
import { csvRows, lineRows } from '../../../../src/worker/qr/batch/rows';
import { tableText } from '../../../../src/worker/qr/batch/tableText';
import { wifi } from '../../../../src/worker/qr/payloads/wifi';

describe('tableText', () => {
  it('finds the encoding', () => {
    expect(tableText(Buffer.from('\ufeff名,a'))).toEqual({ text: '名,a', encoding: 'utf-8' });
    expect(tableText(Buffer.from('\ufeff名', 'utf16le'))).toEqual({ text: '名', encoding: 'utf-16le' });
    expect(tableText(Uint8Array.of(0xc4, 0xe3, 0xba, 0xc3))).toEqual({ text: '你好', encoding: 'gb18030' });
    expect(tableText(new Uint8Array())).toEqual({ text: '', encoding: 'utf-8' });
  });
});

describe('rows', () => {
  it('takes lines as they are', () => {
    expect(lineRows(' a \r\n\nb').map((row) => [row.line, row.text(), row.values])).toEqual([
      [1, ' a ', { n: '1', text: ' a ' }],
      [3, 'b', { n: '2', text: 'b' }],
    ]);
  });

  it('takes a column by name or number', () => {
    const csv = 'name,link\nA,https://a\nB,https://b\n';
    expect(csvRows(csv, 'link').map((row) => row.text())).toEqual(['https://a', 'https://b']);
    expect(csvRows(csv, '2')[1]).toMatchObject({ line: 3, values: { n: '2', name: 'B', text: 'https://b' } });
    expect(csvRows(csv).map((row) => row.text())).toEqual(['A', 'B']);
    expect(() => csvRows(csv, 'x')).toThrow('column-unknown');
    expect(() => csvRows(csv, '3')).toThrow('column-unknown');
    expect(csvRows('')).toEqual([]);
  });

  it('fills the fields of a kind from the columns of their names', () => {
    const [good, bad] = csvRows('room,ssid,password\n1,net,12345678\n2,,x\n', undefined, wifi);
    expect(good!.text()).toBe('WIFI:T:WPA;S:net;P:12345678;;');
    expect(() => bad!.text()).toThrow('field-missing');
  });
});
