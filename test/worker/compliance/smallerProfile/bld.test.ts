/** Builds: what the smaller profile leaves out. */
import { CI, testPairs, workflow } from './pairs';

const APT = 'FROM debian:13\nRUN apt-get update && apt-get install -y gcc\n';

testPairs([
  [
    'BLD-002',
    ['a.sh', 'wget http://mirror.example.org/Sources.gz\ngunzip Sources.gz\n'],
    ['a.sh', 'wget http://mirror.example.org/app.gz\ngunzip app.gz\nmake\n'],
  ],
  [
    'BLD-002',
    ['a.sh', 'wget http://cvs.example.org/tarballs/app-cvsroot.tar.bz2\n'],
    ['a.sh', 'wget http://cvs.example.org/tarballs/app.tar.bz2\ntar xf app.tar.bz2\n'],
  ],
  ['BLD-009', [CI, workflow('chmod -R 777 report')], ['Dockerfile', 'FROM debian:13\nRUN chmod -R 777 /app\n']],
  [
    'BLD-009',
    ['Dockerfile', 'FROM debian:13\nRUN chmod g+s /srv\n'],
    ['Dockerfile', 'FROM debian:13\nRUN chmod u+s /bin/a\n'],
  ],
  [
    'BLD-009',
    ['Dockerfile', 'FROM debian:13 AS b\nRUN chmod 777 /src\nFROM debian:13\n'],
    ['Dockerfile', 'FROM debian:13\nRUN chmod 777 /src\n'],
  ],
  [
    'BLD-004',
    ['Dockerfile', 'FROM debian:13\nADD https://api.github.com/repos/a/b/git/refs/heads/main version.json\n'],
    ['Dockerfile', 'FROM debian:13\nADD https://github.com/a/b/releases/download/1/b /usr/bin/b\n'],
  ],
  ['BLD-007', ['tests/ci_build/Dockerfile.gpu_build_a', APT], ['ops/Dockerfile.gpu_build_a', APT]],
  ['BLD-012', ['tools/ci_build/linux/docker/Dockerfile', APT], ['tools/Dockerfile', APT]],
  ['BLD-007', ['tests/Dockerfile', APT], ['Dockerfile', APT]],
  [
    'BLD-004',
    ['tests/Dockerfile', 'FROM debian:13\nADD . /src\n'],
    ['tests/Dockerfile', 'FROM debian:13\nADD https://a.example/b /b\n'],
  ],
  [
    'BLD-011',
    ['Dockerfile', 'FROM debian:13\nVOLUME ["/dev/dri"]\n'],
    ['Dockerfile', 'FROM debian:13\nWORKDIR /dev/app\n'],
  ],
]);
