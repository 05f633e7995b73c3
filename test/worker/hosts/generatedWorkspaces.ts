/** Workspaces of several files that refer to each other, or do not, by a seed. */
import fc from 'fast-check';

const SERVICES = `services:
  web:
    image: nginx:1.29
    ports: ["80:80"]
    env_file: .env
  db:
    build: ./db
    volumes: ["/var/run/docker.sock:/var/run/docker.sock"]
`;
const FILES: Record<string, string> = {
  'compose.yaml': SERVICES,
  'docker-compose.override.yml': 'services:\n  web:\n    privileged: true\n    logging:\n      driver: syslog\n',
  'db/Dockerfile': 'FROM postgres:latest\nUSER root\nCOPY . /data\n',
  'app/Dockerfile': 'FROM node:20\nCOPY . /app\nCMD ["node", "/app"]\n',
  'base/compose.yaml':
    'services:\n  web:\n    extends:\n      file: ../compose.yaml\n      service: web\n    user: "0"\n',
  '.env': 'DB_PASSWORD=Tr0ub4dor&3\nTAG=1.29\n',
  '.gitignore': '.env\n',
  'db/.dockerignore': '.git\n.env\n',
  'daemon.json': '{"log-driver": "json-file", "log-opts": {"max-size": "10m", "max-file": "5"}, "icc": false}\n',
  'filebeat.yml': 'filebeat.inputs:\n  - type: container\n',
  'deploy.sh': '#!/bin/sh\ndocker run -d --privileged -v /:/host app:latest\n',
  Makefile: 'run:\n\tdocker run --rm -it --net=host app:1\n',
  'README.md': '# App\n\n```sh\ndocker run -d -p 8080:80 --health-cmd true app:1\n```\n',
  'deploy/nested/compose.prod.yaml': 'services:\n  web:\n    image: app:latest\n    network_mode: host\n',
};

/** File names and texts of each. */
export const generatedWorkspaces = (count: number): Record<string, string>[] =>
  fc
    .sample(fc.subarray(Object.keys(FILES), { minLength: 2 }), { numRuns: count, seed: 5 })
    .map((names) => Object.fromEntries(names.map((name) => [name, FILES[name]!])));
