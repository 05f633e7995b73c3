import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeAs } from '../../../../../src/worker/qr/decode/charset/decodeAs';
import { guessCharset } from '../../../../../src/worker/qr/decode/charset/guessCharset';

/** Encoded by Python's codecs. */
const samples: [name: string, text: string, hex: string][] = [
  ['gb18030', '设备编号：测试机柜三号', 'c9e8b1b8b1e0bac5a3bab2e2cad4bbfab9f1c8fdbac5'],
  ['gb18030', '联系电话：010-62345678', 'c1aacfb5b5e7bbb0a3ba3031302d3632333435363738'],
  ['gb18030', '未知', 'ceb4d6aa'],
  ['gb18030', '上海市浦东新区世纪大道100号', 'c9cfbaa3cad0c6d6b6abd0c2c7f8cac0bccdb4f3b5c0313030bac5'],
  ['gb18030', '微信支付 订单 2024001', 'cea2d0c5d6a7b8b620b6a9b5a52032303234303031'],
  ['big5', '二維碼測試：請掃描此條碼。臺北市', 'a447bafbbd58b4fab8d5a147bdd0b1bdb479a6b9b1f8bd58a143bb4fa55fa5ab'],
  ['big5', '聯絡電話：02-2345-6789', 'c170b5b8b971b8dca14730322d323334352d36373839'],
  ['big5', '歡迎光臨', 'c577aaefa5fac17b'],
  ['shift_jis', 'これはテストです', '82b182ea82cd83658358836782c582b7'],
  ['shift_jis', '東京都千代田区', '938c8b9e937390e791e393638be6'],
  ['shift_jis', '株式会社サンプル', '8a948eae89ef8ed0835483938376838b'],
  ['shift_jis', 'ﾃｽﾄﾃﾞｰﾀ', 'c3bdc4c3deb0c0'],
  ['euc-jp', 'こんにちは世界', 'a4b3a4f3a4cba4c1a4cfc0a4b3a6'],
  ['euc-jp', '製品番号を確認してください', 'c0bdc9cac8d6b9e6a4f2b3cec7a7a4b7a4c6a4afa4c0a4b5a4a4'],
  ['euc-kr', '안녕하세요', 'bec8b3e7c7cfbcbcbfe4'],
  ['euc-kr', '서울특별시 강남구', 'bcadbfefc6afbab0bdc320b0adb3b2b1b8'],
  ['euc-kr', '제품 번호 확인', 'c1a6c7b020b9f8c8a320c8aec0ce'],
  ['windows-1251', 'Привет, мир', 'cff0e8e2e5f22c20ece8f0'],
  ['windows-1251', 'Номер заказа 42', 'cdeeece5f020e7e0eae0e7e0203432'],
  ['windows-1251', 'Ключ шифрования', 'caebfef720f8e8f4f0eee2e0ede8ff'],
  ['windows-1251', 'Київ, вулиця Хрещатик', 'cae8bfe22c20e2f3ebe8f6ff20d5f0e5f9e0f2e8ea'],
  ['koi8-r', 'Привет, мир! Это проверка', 'f0d2c9d7c5d42c20cdc9d22120fcd4cf20d0d2cfd7c5d2cbc1'],
  ['koi8-r', 'Номер телефона', 'eecfcdc5d220d4c5ccc5c6cfcec1'],
  ['windows-1252', 'Price: 25 € – “quoted” text', '50726963653a20323520802096209371756f746564942074657874'],
  ['iso-8859-1', 'Größe: 10 m²', '4772f6df653a203130206db2'],
  ['iso-8859-1', 'déjà vu', '64e96ae0207675'],
  ['iso-8859-1', 'Straße', '53747261df65'],
  ['iso-8859-1', 'Información', '496e666f726d616369f36e'],
  ['iso-8859-1', 'São João', '53e36f204a6fe36f'],
  ['windows-1250', 'Zażółć gęślą jaźń', '5a61bff3b3e62067ea9c6cb9206a619ff1'],
  ['windows-1250', 'Příliš žluťoučký kůň', '50f8ed6c699a209e6c759d6f75e86bfd206bf9f2'],
  ['windows-1253', 'Καλημέρα κόσμε', 'cae1ebe7ecddf1e120eafcf3ece5'],
  ['windows-1253', 'Αριθμός παραγγελίας', 'c1f1e9e8ecfcf220f0e1f1e1e3e3e5ebdfe1f2'],
  ['windows-1254', 'Işık ve gölge, doğru çalışıyor', '49fefd6b2076652067f66c67652c20646ff0727520e7616cfdfefd796f72'],
  ['windows-1255', 'שלום עולם, זה מבחן', 'f9ece5ed20f2e5eced2c20e6e420eee1e7ef'],
  ['windows-1256', 'مرحبا بالعالم هذا اختبار', 'e3d1cdc8c720c8c7e1dac7e1e320e5d0c720c7cecac8c7d1'],
  ['utf-8', '二维码', 'e4ba8ce7bbb4e7a081'],
  ['utf-8', 'é', 'c3a9'],
  ['utf-8', 'ñandú', 'c3b1616e64c3ba'],
  ['utf-8', 'Привет', 'd09fd180d0b8d0b2d0b5d182'],
  ['utf-8', 'ß', 'c39f'],
  ['utf-8', 'Łódź', 'c581c3b364c5ba'],
  ['utf-8', 'α', 'ceb1'],
  ['utf-8', 'שלום', 'd7a9d79cd795d79d'],
  ['utf-8', 'ơ', 'c6a1'],
];

const bytesOf = (hex: string) => Uint8Array.from(Buffer.from(hex, 'hex'));

describe('guessCharset', () => {
  it.each(samples)('%s: %s', (name, text, hex) => {
    const bytes = bytesOf(hex);
    const guessed = guessCharset(bytes);
    expect(guessed).toMatchObject({ name, from: 'guess', reason: expect.stringMatching(/^[a-z0-9-]+$/) });
    expect(decodeAs(guessed.name, bytes)).toBe(text);
  });

  it.each([
    ['utf-16le', 'fffe8c4ef47e'],
    ['utf-16be', 'feff4e8c7ef4'],
    ['utf-8', 'efbbbf41'],
    ['utf-32le', 'fffe00008c4e0000'],
  ])('a byte order mark decides: %s', (name, hex) => {
    expect(guessCharset(bytesOf(hex))).toEqual({ name, from: 'guess', reason: 'byte-order-mark' });
  });

  it('names ASCII, and takes UTF-8 of any text for UTF-8', () => {
    expect(guessCharset(new TextEncoder().encode('plain'))).toEqual({ name: 'us-ascii', from: 'ascii' });
    const words = fc
      .string({ unit: fc.constantFrom(...'二维码测試éöñПривет한국어のｱ😀 a1'), minLength: 1 })
      .filter((s) => /[^\0-\x7f]/.test(s));
    fc.assert(
      fc.property(words, (text) => guessCharset(new TextEncoder().encode(text)).name === 'utf-8'),
      { seed: 3 },
    );
  });

  it('names something that decodes for any bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 40 }), (bytes) => decodeAs(guessCharset(bytes).name, bytes) !== null),
      { seed: 3, numRuns: 300 },
    );
  });
});
