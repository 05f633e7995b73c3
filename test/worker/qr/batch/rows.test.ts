import { describe, expect, it } from 'vitest';
import { parseCsv } from '../../../../src/worker/qr/batch/csv';
import { type BatchRow, csvRows, lineRows } from '../../../../src/worker/qr/batch/rows';
import { tableText } from '../../../../src/worker/qr/batch/tableText';
import { wifi } from '../../../../src/worker/qr/payloads/wifi';

const named = (row: BatchRow, ...names: string[]) => names.map((name) => row.value(name));

describe('tableText', () => {
  it('finds the encoding', () => {
    expect(tableText(Buffer.from('\ufeff名,a'))).toEqual({ text: '名,a', encoding: 'utf-8' });
    expect(tableText(Buffer.from('\ufeff名', 'utf16le'))).toEqual({ text: '名', encoding: 'utf-16le' });
    expect(tableText(Uint8Array.of(0xc4, 0xe3, 0xba, 0xc3))).toEqual({ text: '你好', encoding: 'gb18030' });
    expect(tableText(new Uint8Array())).toEqual({ text: '', encoding: 'utf-8' });
    expect(() => tableText(Buffer.from('name\nJosé\n', 'latin1'))).toThrow('table-encoding');
  });
});

describe('rows', () => {
  it('takes lines as they are', () => {
    expect(
      lineRows(' a \r\n\nb').map((row) => [row.line, row.content().text, ...named(row, 'n', 'text', 'x')]),
    ).toEqual([
      [1, ' a ', '1', ' a ', undefined],
      [3, 'b', '2', 'b', undefined],
    ]);
  });

  it('takes a column by name or number', () => {
    const csv = 'name,link\nA,https://a\nB,https://b\n';
    expect(csvRows(parseCsv(csv), 'link').map((row) => row.content().text)).toEqual(['https://a', 'https://b']);
    const second = csvRows(parseCsv(csv), '2')[1]!;
    expect([second.line, ...named(second, 'n', 'name', 'text', 'constructor')]).toEqual([
      3,
      '2',
      'B',
      'https://b',
      undefined,
    ]);
    expect(csvRows(parseCsv(csv)).map((row) => row.content().text)).toEqual(['A', 'B']);
    expect(() => csvRows(parseCsv(csv), 'x')).toThrow('column-unknown');
    expect(() => csvRows(parseCsv(csv), '3')).toThrow('column-unknown');
    expect(csvRows([])).toEqual([]);
  });

  it('fills the fields of a kind from the columns of their names', () => {
    const [good, bad] = csvRows(parseCsv('room,ssid,password\n1,net,12345678\n2,,x\n'), undefined, wifi);
    expect(good!.content().text).toBe('WIFI:T:WPA;S:net;P:12345678;;');
    expect(() => bad!.content()).toThrow('field-missing');
  });

  it('keeps secrets out of what names are made of', () => {
    const secret = 'WIFI:T:WPA;S:net;P:12345678;;';
    expect(lineRows(`${secret}\nplain`).map((row) => [row.value('text'), row.content().text])).toEqual([
      ['', secret],
      ['plain', 'plain'],
    ]);
    const [row] = csvRows(parseCsv('password,ssid\n12345678,net'), undefined, wifi);
    expect(named(row!, 'n', 'text', 'password', 'ssid')).toEqual(['1', '', '', 'net']);
    const [link] = csvRows(parseCsv('Password,link\nhunter2,https://ada:hunter2@git.example.org/x\n'), 'link');
    expect(named(link!, 'Password', 'link', 'text')).toEqual(['', '', '']);
    expect(link!.content().secret).toBe(true);
    expect(csvRows(parseCsv('Password\nhunter2\n'))[0]!.content().secret).toBe(true);
    expect(csvRows(parseCsv(`code,room\n"${secret}",5`))[0]!.value('code')).toBe('');
  });
});
