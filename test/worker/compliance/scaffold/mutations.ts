/** Files with one line less, or with one line that asks for less. */
import type { ScaffoldFile } from '../../../../src/worker/protocol/scaffold';

export interface Mutation {
  /** `path: line`, ` → weaker line` behind it; repeated lines of a file are counted. */
  id: string;
  path: string;
  text: string;
}

/** Each makes a control weaker where it stands. */
const WEAKER: readonly [RegExp, string][] = [
  [/\btrue\b/, 'false'],
  [/\bfalse\b/, 'true'],
  [/\bno$/, 'yes'],
  [/\byes$/, 'no'],
  [/ on;$/, ' off;'],
  [/ off;$/, ' on;'],
  [/(?<=[ =])184(?=$|day)/, '30'],
  [/@(?:\$\{[^}]*\}|sha256:[0-9a-f]{64})/, ''],
  [/(?:noexec|nosuid|nodev),|,nodev/, ''],
  [/:ro$/, ''],
  [/ always;$/, ';'],
  [/(?<="|listen )(?:\d+\.){3}\d+:/, ''],
  [/tcp\+tls:/, 'tcp:'],
  [/TLSv1\.2/, 'TLSv1 TLSv1.1 TLSv1.2'],
  [/ECDHE-ECDSA-AES128-GCM-SHA256/, 'RC4-MD5'],
  [/ --exit-code 1/, ''],
  [/ --no-install-recommends/, ''],
  [/ && rm -rf \S+/, ''],
  [/ ! -s \S+/, ''],
  [/DOCKER-USER/, 'INPUT'],
  [/-xdev |-type f |-print /, ''],
  [/-mtime \+\d+ /, ''],
  [/\bssl\b(?=;| default)/, ''],
  [/\$remote_addr/, '$http_x_forwarded_for'],
  [/max-age=\d+/, 'max-age=60'],
  [/'none'/, '*'],
  [/size=64m,/, ''],
  [/\[backend\]/, '[backend, edge]'],
  [/10001:10001|101:101/, '0:0'],
  [/:v\d[\w.-]*(?=")/, ':latest'],
  [/StreamDriver="gtls" StreamDriverMode="1"/, 'StreamDriverMode="0"'],
  [/"gunicorn"/, '"flask", "run"'],
  [/(?<=^ExecStart=).*/, '/bin/true'],
  [/\b(?:300|60|4|5|2)$/, '0'],
  [/ \*@\S+/, ' *'],
  [/1h$/, '10s'],
  [/mlps3/, 'recommended'],
  [/"bmp"\}/, '"bmp", "svg"}'],
  [/(?<=MAX_IMAGE_PIXELS = |MAX_CONTENT_LENGTH"\] = ).*/, 'None'],
  [/\{uuid\.uuid4\(\)\.hex\}\.\{suffix\}/, '{upload.filename}'],
  [/except \(.*\):$/, 'except:'],
  [/\{\{ text \}\}/, '{{ text | safe }}'],
  [/request\.remote_addr/, 'request.headers.get("X-Forwarded-For")'],
  [/^app = Flask\(__name__\)$/, 'app = Flask(__name__); app.debug = True'],
  [/\btexts=None, failed=True\b/, 'texts=[traceback.format_exc()]'],
  [/method="post"/, 'method="get"'],
  [/severity: warning/, 'severity: off'],
  [/\bTrue$/, 'False'],
  [/"Lax"/, '"None"'],
  [/\.lower\(\)/, ''],
  [/logging\.INFO/, 'logging.WARNING'],
  [/, formats=FORMATS/, ''],
];

/** Neither comments nor what they stand beside. */
const isMeant = (line: string): boolean => line.trim() !== '' && !/^\s*#(?!!)/.test(line);

export function mutationsOf({ path, text }: ScaffoldFile): Mutation[] {
  // A page for people.
  if (path.endsWith('.md')) return [];
  const lines = text.split('\n');
  const seen = new Map<string, number>();
  return lines.flatMap((line, at) => {
    if (!isMeant(line)) return [];
    const trimmed = line.trim();
    const count = (seen.get(trimmed) ?? 0) + 1;
    seen.set(trimmed, count);
    const id = `${path}: ${trimmed}${count > 1 ? ` (${count})` : ''}`;
    const weaker = WEAKER.flatMap(([pattern, replacement]) =>
      pattern.test(line) ? [line.replace(pattern, () => replacement)] : [],
    );
    return [
      { id, path, text: lines.toSpliced(at, 1).join('\n') },
      ...weaker.map((other) => ({ id: `${id} → ${other.trim()}`, path, text: lines.with(at, other).join('\n') })),
    ];
  });
}
