// Who may import whom: the rooms of the house (see CONTRIBUTING.md). A rule that fails here names the room that was entered without a key.
const LSP = 'node_modules/vscode-(languageserver|languageclient|jsonrpc)';
/** A library that exactly one file may import: everyone else goes through that file. */
const wrapped = (name, library, file) => ({
  name: `wrapped-${name}`,
  severity: 'error',
  from: { path: '^(src|media)/', pathNot: file },
  to: { path: `node_modules/${library}/` },
});
module.exports = {
  forbidden: [
    { name: 'no-circular', severity: 'error', from: { path: '^(src|media)/' }, to: { circular: true } },
    {
      name: 'qr-not-compliance',
      severity: 'error',
      from: { path: '^src/worker/qr/' },
      to: { path: '^src/worker/(compliance|server|service|hosts)' },
    },
    {
      name: 'compliance-not-qr',
      severity: 'error',
      from: { path: '^src/worker/compliance/' },
      to: { path: '^src/worker/(qr|server|service|hosts)' },
    },
    {
      name: 'engine-is-pure',
      severity: 'error',
      from: { path: '^src/worker/(qr|compliance|protocol)/', pathNot: '^src/worker/protocol/messagePort\\.ts$' },
      to: { path: `^(vscode$|src/(extension|cli)|media/|${LSP})` },
    },
    {
      name: 'engine-no-platform',
      severity: 'error',
      from: { path: '^src/worker/(?!hosts/)' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'server-room',
      severity: 'error',
      from: { path: '^src/worker/(server|service)' },
      to: { path: '^(vscode$|src/(extension|cli)|media/|src/worker/hosts)' },
    },
    {
      name: 'protocol-is-a-leaf',
      severity: 'error',
      from: { path: '^src/worker/protocol/' },
      to: { path: '^src/', pathNot: '^src/worker/protocol/' },
    },
    {
      name: 'hosts-not-engine-internals',
      severity: 'error',
      from: { path: '^src/worker/hosts/' },
      to: {
        path: '^src/worker/(qr|compliance)/',
        pathNot: '^src/worker/(qr/(codecs|decode/(decodeImage|decodeThread|pool))|compliance/index)\\.ts$',
      },
    },
    {
      name: 'qr-by-its-doors',
      severity: 'error',
      from: { path: '^src/(cli/|worker/service/|worker/server)' },
      to: { path: '^src/worker/qr/', pathNot: '^src/worker/qr/(index|read)\\.ts$' },
    },
    {
      name: 'compliance-by-its-door',
      severity: 'error',
      from: { path: '^src/(cli/|worker/service/|worker/server)' },
      to: { path: '^src/worker/compliance/', pathNot: '^src/worker/compliance/(index|ignoring)\\.ts$' },
    },
    {
      name: 'extension-not-engine',
      severity: 'error',
      from: { path: '^src/extension/' },
      to: {
        path: '^src/(worker/(?!protocol/|text/)|cli)',
        pathNot: '^src/worker/hosts/shipped/(startThread|packageSums)\\.ts$',
      },
    },
    {
      name: 'extension-no-node',
      severity: 'error',
      from: { path: '^src/extension/', pathNot: '^src/extension/(start\\w*|lanAddresses|keepMode|audit/\\w+)\\.ts$' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'panel-room',
      severity: 'error',
      from: { path: '^media/panel/' },
      to: {
        path: '.',
        pathNot:
          '^(media/panel/|src/extension/panel/contract\\.ts$|src/worker/(protocol/|text/visible\\.ts$)|node_modules/(@vscode-elements|lit|@lit))',
      },
    },
    {
      name: 'cli-no-vscode',
      severity: 'error',
      from: { path: '^src/cli/' },
      to: { path: `^(vscode$|src/extension|${LSP})` },
    },
    {
      name: 'audit-room',
      severity: 'error',
      from: { path: '^src/audit/' },
      to: { path: `^(vscode$|src/(?!audit/|worker/(protocol|text)/)|media/|${LSP})` },
    },
    {
      name: 'audit-for-hosts',
      severity: 'error',
      from: { path: '^(src/worker|media)/' },
      to: { path: '^src/audit/' },
    },
    wrapped('zxing-wasm', 'zxing-wasm', '^src/worker/qr/decode/zxingWasm\\.ts$'),
    wrapped('qrcode', 'qrcode', '^src/worker/qr/(standard\\.ts|qrcode-core\\.d\\.ts)$'),
    wrapped('zxing-library', '@zxing/library', '^src/worker/qr/decode/zxing(Library|Modules)\\.ts$'),
    wrapped('pngjs', 'pngjs', '^src/worker/hosts/pngjs\\.ts$'),
    wrapped('jpeg-js', 'jpeg-js', '^src/worker/hosts/jpegJs\\.ts$'),
    wrapped(
      'fflate',
      'fflate',
      '^src/worker/(qr/decode/pixels/fflateDeflate|compliance/assess/report/workbook/zipDeflate)\\.ts$',
    ),
    wrapped('icodec', 'icodec', '^src/worker/qr/decode/pixels/readWebp\\.ts$'),
    wrapped('parse-xml', '@rgrove/parse-xml', '^src/worker/compliance/assess/report/workbook/parseXml\\.ts$'),
    wrapped('yaml', 'yaml', '^src/worker/compliance/documents/yaml/library\\.ts$'),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      mainFields: ['module', 'main', 'types'],
    },
  },
};
