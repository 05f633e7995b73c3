import { describe, expect, it } from 'vitest';
import { chunksToText } from '../../../../../src/worker/qr/decode/charset/chunksToText';
import { eciNames } from '../../../../../src/worker/qr/decode/charset/eciNames';
import { decodeImage } from '../../../../../src/worker/qr/decode/decodeImage';
import { writePng } from '../../../../../src/worker/qr/png';
import { drawModules } from '../drawModules';
import { testEngine } from '../engine';

/** Every assigned designator with text in its character set, encoded by Python's codecs. */
const assigned: [eci: number, hex: string, text: string][] = [
  [0, '4361668220ab20ea', 'Café ½ Ω'],
  [1, 'd1616e64fa20bfdf', 'Ñandú ¿ß'],
  [2, '8eabac20822043616682', 'Ä½¼ é Café'],
  [3, 'c672f820ff', 'Ærø ÿ'],
  [4, 'a3f364bc20ae69be6b6f76', 'Łódź Žižkov'],
  [5, 'c669726b61fd20b1', 'Ĉirkaŭ ħ'],
  [6, 'aabbb6b920ac', 'Ēģļš Ŧ'],
  [7, 'bfe0d8d2d5e2', 'Привет'],
  [8, 'e5d1cdc8c7', 'مرحبا'],
  [9, 'cae1ebe7ecddf1e1', 'Καλημέρα'],
  [10, 'f9ece5ed', 'שלום'],
  [11, 'dd7374616e62756c20f0fe', 'İstanbul ğş'],
  [12, 'def372f0757220bf', 'Þórður ŋ'],
  [13, 'cac7d1cab4d5', 'สวัสดี'],
  [15, 'dee073697320ec', 'Žąsis ģ'],
  [16, 'd0fe20a2', 'Ŵŷ ḃ'],
  [17, '323520a420bc75767265', '25 € Œuvre'],
  [18, 'aa7469696efee320a56f6bb5', 'Știință „ok”'],
  [20, '93fa967b8cea836583588367', '日本語テスト'],
  [21, '8e6c759d6f75e86bfd206bf9f2', 'Žluťoučký kůň'],
  [22, 'd1fae5f8fc20e5f9b8', 'Съешь ещё'],
  [23, '802096209371756f746564942099', '€ – “quoted” ™'],
  [24, 'c7e1dad1c8edc92081', 'العربية پ'],
  [25, '4e8c7ef47801', '二维码'],
  [26, 'e4ba8ce7bbb4e7a08120c3a9', '二维码 é'],
  [27, '506c61696e20372d626974207e', 'Plain 7-bit ~'],
  [28, 'a447bafbbd58', '二維碼'],
  [29, 'b6feceacc2eb', '二维码'],
  [30, 'c5a5becb20c4dab5e5', '큐알 코드'],
  [31, 'e667828020a996', '鎔個 〇'],
  [32, 'b6feceacc2eb2095328236', '二维码 𠀀'],
  [33, '8c4ef47e0178', '二维码'],
  [34, '00004e8c00007ef400007801000000200001f600', '二维码 😀'],
  [35, '8c4e0000f47e0000017800002000000000f60100', '二维码 😀'],
  [170, '494e56415249414e542030', 'INVARIANT 0'],
  [899, '000180ff', '\0\x01\x80ÿ'],
];

const bytesOf = (hex: string) => Uint8Array.from(Buffer.from(hex, 'hex'));

describe('ECI designators', () => {
  it.each(assigned)('%i', (eci, hex, text) => {
    const read = chunksToText([{ mode: 'byte', bytes: bytesOf(hex), eci }]);
    expect(read).toEqual({ text, charset: { name: eciNames[eci], from: 'eci' } });
  });

  it('are all tested', () => {
    expect(assigned.map(([eci]) => eci)).toEqual(Object.keys(eciNames).map(Number));
  });

  it('are read from a picture', async () => {
    const engine = await testEngine();
    for (const [eci, hex, text] of assigned.filter(([, , text]) => !text.includes('\0'))) {
      const content = `^ECI${String(eci).padStart(6, '0')}${Buffer.from(hex, 'hex').toString('latin1')}`;
      const { data, width, height } = drawModules('qrcode', content, { parsefnc: true, binarytext: true });
      expect(decodeImage(writePng(data, width, height), {}, engine).symbols.map((symbol) => symbol.text)).toEqual([
        text,
      ]);
    }
  });

  it('that are reserved say nothing', () => {
    const read = chunksToText([{ mode: 'byte', bytes: bytesOf('e4ba8c'), eci: 14 }]);
    expect(read).toMatchObject({ text: '二', charset: { name: 'utf-8', from: 'guess' } });
  });
});
