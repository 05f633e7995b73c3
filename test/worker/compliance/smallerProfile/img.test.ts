/** Images: what the smaller profile leaves out. */
import { CI, fence, testPairs, workflow } from './pairs';

testPairs([
  ['IMG-002', ['a.sh', 'docker run hello-world'], ['a.sh', 'docker run nginx']],
  [
    'IMG-008',
    [CI, workflow('docker run -d mysql:5.7')],
    [CI, 'on: push\njobs:\n  a:\n    runs-on: x\n    container: debian:10\n    steps: []\n'],
  ],
  [
    'IMG-008',
    [
      CI,
      'on: push\njobs:\n  a:\n    runs-on: x\n    services:\n      db:\n        image: postgres:9.6\n    steps: []\n',
    ],
    ['compose.yaml', 'services:\n  a:\n    image: postgres:9.6\n'],
  ],
  [
    'IMG-002',
    ['.gitlab-ci.yml', 'a:\n  image: debian:unstable\n  script: make\n'],
    ['.gitlab-ci.yml', 'a:\n  image: debian:latest\n  script: make\n'],
  ],
  [
    'IMG-002',
    ['Dockerfile', 'FROM opensuse/tumbleweed\nRUN make\n'],
    ['Dockerfile', 'FROM debian:unstable\nRUN make\n'],
  ],
  [
    'IMG-002',
    [CI, 'on: push\njobs:\n  a:\n    runs-on: x\n    services:\n      db:\n        image: redis\n    steps: []\n'],
    [CI, 'on: push\njobs:\n  a:\n    runs-on: x\n    container: redis\n    steps: []\n'],
  ],
  ['IMG-008', ['tests/Dockerfile', 'FROM debian:9\n'], ['Dockerfile', 'FROM debian:9\n']],
  ['IMG-002', ['.devcontainer/Dockerfile', 'FROM debian\n'], ['Dockerfile.build', 'FROM debian\n']],
  [
    'IMG-008',
    ['scripts/build.sh', 'docker run --rm centos:7 make'],
    ['scripts/build.sh', 'docker run -d centos:7 /app'],
  ],
  ['IMG-008', ['build-rpm.sh', 'docker run --rm centos:7 make'], ['start.sh', 'docker run --rm centos:7 make']],
  [
    'IMG-002',
    [CI, 'on: push\njobs:\n  a:\n    runs-on: x\n    container: ghcr.io/acme/build:main\n    steps: []\n'],
    ['compose.yaml', 'services:\n  a:\n    image: ghcr.io/acme/build:main\n'],
  ],
  [
    'IMG-002',
    ['README.md', `# Shop\n${fence('docker run acme/shop')}`],
    ['README.md', `# Shop\n${fence('docker run acme/basket')}`],
  ],
  [
    'IMG-002',
    ['README.md', `Home: <https://github.com/acme/shop/wiki>\n${fence('docker run ghcr.io/acme/shop:main')}`],
    ['README.md', `# Redis\n${fence('docker run -v a:/data redis:latest')}`],
  ],
  [
    'IMG-002',
    ['README.md', `# Docker\n${fence('docker build -t shop .\ndocker run ghcr.io/acme/shop:latest')}`],
    ['README.md', `# Use\n${fence('docker build -t shop .\ndocker run ghcr.io/acme/basket:latest')}`],
  ],
  [
    'IMG-002',
    ['README.md', `# Docker\n\nHow to start the Shop.\n${fence('docker run acme/shop')}`],
    ['README.md', `# Docker\n\nHow to start it.\n${fence('docker run acme/shop\ndocker run acme/basket')}`],
  ],
  ['IMG-002', ['Dockerfile', 'FROM menci/archlinuxarm:latest\n'], ['Dockerfile', 'FROM archlinux:latest\n']],
  [
    'IMG-002',
    ['docs/docker.md', `# Docker\n${fence('docker run acme/shop')}`],
    ['docs/docker.md', `# Docker\n${fence('docker run acme/shop\ndocker run acme/basket')}`],
  ],
  [
    'IMG-008',
    ['a.md', `---\ntitle: A\nlayout: post\n---\n${fence('docker run -v .:/a node:8')}`],
    ['a.md', `---\ntitle: A\nlayout: page\n---\n${fence('docker run -v .:/a node:8')}`],
  ],
  [
    'IMG-002',
    ['a.md', `# docker run command\n${fence('docker run -p 8080:80 nginx')}`],
    ['a.md', `# The shop\n${fence('docker run -p 8080:80 nginx')}`],
  ],
  ['IMG-002', ['a.md', fence('docker run -d nginx')], ['a.md', fence('docker run -d -v a:/a nginx')]],
  ['IMG-008', ['a.md', fence('docker run -it node:8 sh')], ['a.md', fence('docker run -it node:8 -p 80:80')]],
]);
