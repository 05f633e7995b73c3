/** What a symbology is called where a person reads it: the same in every language. */

/** By the decoder's names. */
const names: Readonly<Record<string, string>> = {
  QRCode: 'QR Code',
  QRCodeModel1: 'QR Code Model 1',
  MicroQRCode: 'Micro QR',
  RMQRCode: 'rMQR',
  DataMatrix: 'Data Matrix',
  AztecCode: 'Aztec',
  AztecRune: 'Aztec Rune',
  CompactPDF417: 'Compact PDF417',
  EAN13: 'EAN-13',
  EAN8: 'EAN-8',
  UPCA: 'UPC-A',
  UPCE: 'UPC-E',
  Code128: 'Code 128',
  Code39: 'Code 39',
  Code39Ext: 'Code 39 Extended',
  Code93: 'Code 93',
  ITF14: 'ITF-14',
  DataBarOmni: 'DataBar',
  DataBarStk: 'DataBar Stacked',
  DataBarStkOmni: 'DataBar Stacked Omni',
  DataBarLtd: 'DataBar Limited',
  DataBarExp: 'DataBar Expanded',
  DataBarExpStk: 'DataBar Expanded Stacked',
};

export const formatName = (format: string): string => (Object.hasOwn(names, format) ? names[format]! : format);

/** Whether it is one of the QR Code family. */
export const isQr = (format: string): boolean => /^(?:Micro|RM)?QRCode/.test(format);
