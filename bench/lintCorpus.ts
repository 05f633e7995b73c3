/**
 * A mixed ground for the linter's benchmark: files as projects have them, of a fixed seed, in the
 * proportions of a repository.
 */

export interface CorpusFile {
  name: string;
  text: string;
}

/** A small generator of numbers from 0 to `below - 1`, the same for the same seed. */
function numbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

type Pick = (below: number) => number;
const one = <T>(pick: Pick, items: readonly T[]): T => items[pick(items.length)]!;
const many = (count: number, line: (i: number) => string): string =>
  Array.from({ length: count }, (_, i) => line(i)).join('');
const IMAGES = [
  'nginx:1.27.3',
  'postgres:17.2',
  'redis:7.4.1-alpine',
  'node:22.12.0',
  'registry.example.com/team/app:2.3.1',
  'python:3.12',
];

function service(pick: Pick, i: number): string {
  const lines = [`  service-${i}:`, `    image: ${one(pick, IMAGES)}`];
  if (pick(3) === 0) lines.push('    # The address that the proxy knows', `    hostname: service-${i}`);
  if (pick(2) === 0) lines.push('    build:', '      context: .', `      dockerfile: Dockerfile.${i}`);
  if (pick(4) > 0) lines.push('    restart: unless-stopped');
  if (pick(2) === 0)
    lines.push(
      '    ports:',
      `      - "127.0.0.1:${8000 + i}:8080"`,
      ...(pick(8) === 0 ? [`      - "${9000 + i}:9090"`] : []),
    );
  if (pick(4) > 0)
    lines.push(
      '    environment:',
      '      LOG_LEVEL: info',
      `      DATABASE_HOST: service-${pick(9)}`,
      '      TZ: ${TZ:-Asia/Shanghai}',
    );
  if (pick(2) === 0)
    lines.push('    volumes:', `      - data-${i}:/var/lib/data`, '      - ./conf/app.conf:/etc/app.conf:ro');
  if (pick(2) === 0) lines.push('    depends_on:', `      - service-${pick(9)}`);
  if (pick(2) === 0)
    lines.push(
      '    healthcheck:',
      '      test: ["CMD", "curl", "-f", "http://localhost:8080/health"]',
      '      interval: 30s',
      '      retries: 3',
    );
  if (pick(3) === 0) lines.push('    networks: [front, back]');
  if (pick(3) === 0)
    lines.push('    deploy:', '      resources:', '        limits:', '          memory: 512M', "          cpus: '0.5'");
  if (pick(2) === 0)
    lines.push(
      '    read_only: true',
      '    cap_drop: [ALL]',
      '    security_opt:',
      '      - no-new-privileges:true',
      '    user: "1000:1000"',
    );
  return `${lines.join('\n')}\n\n`;
}

/** About 14 lines a service. */
export const composeFile = (services: number, seed = 1): string => {
  const pick = numbers(seed);
  return `name: bench\nservices:\n${many(services, (i) => service(pick, i))}networks:\n  front:\n  back:\n    internal: true\nvolumes:\n${many(services, (i) => `  data-${i}:\n`)}`;
};

/** About 3 lines a step. */
export const dockerfile = (steps: number, seed = 1): string => {
  const pick = numbers(seed);
  const step = (i: number): string =>
    one(pick, [
      `# Step ${i}: what the program needs\nRUN apt-get update \\\n    && apt-get install -y --no-install-recommends lib${i} \\\n    && rm -rf /var/lib/apt/lists/*\n\n`,
      `COPY --chown=1000:1000 src/part-${i} /app/part-${i}\n`,
      `ENV PART_${i}=on \\\n    PATH="/opt/part-${i}/bin:\${PATH}"\n`,
      `RUN pip install --no-cache-dir package-${i}==1.${i}.0\n`,
      `LABEL org.example.part-${i}="yes"\nWORKDIR /app/part-${i}\n`,
      `RUN set -eux; \\\n    mkdir -p /app/cache-${i}; \\\n    chown 1000:1000 /app/cache-${i}\n`,
    ]);
  return `# syntax=docker/dockerfile:1\nARG VERSION=22.12.0\nFROM node:\${VERSION}-bookworm AS build\nWORKDIR /src\n${many(steps >> 1, step)}\nFROM node:\${VERSION}-bookworm-slim\n${many(steps >> 1, step)}COPY --from=build /src/dist /app\nHEALTHCHECK --interval=30s CMD curl -f http://localhost:8080/\nUSER 1000:1000\nEXPOSE 8080\nCMD ["node", "/app/main.js"]\n`;
};

export function script(blocks: number, seed = 1): string {
  const pick = numbers(seed);
  const block = (i: number): string =>
    one(pick, [
      `# Builds part ${i}\nbuild_${i}() {\n  local target="$1"\n  cd "$root/part-${i}" || return 1\n  make "$target" >"$log" 2>&1\n}\n\n`,
      `if [ -f "$root/part-${i}.conf" ]; then\n  . "$root/part-${i}.conf"\nelse\n  echo "part ${i} has no settings" >&2\nfi\n`,
      `docker run -d --name part-${i} \\\n  --memory 256m --cpus 0.5 --pids-limit 100 \\\n  --read-only --cap-drop ALL \\\n  -p 127.0.0.1:${8000 + i}:8080 \\\n  ${one(pick, IMAGES)}\n`,
      `for file in "$root"/part-${i}/*.txt; do\n  sed -e 's/a/b/' "$file" | sort -u >"$out/$(basename "$file")"\ndone\n`,
      `count=$(grep -c "part ${i}" "$log" || true)\nprintf '%s\\n' "$count"\n`,
    ]);
  return `#!/usr/bin/env bash\nset -euo pipefail\nroot=$(cd "$(dirname "$0")" && pwd)\n\n${many(blocks, block)}`;
}

export function readme(sections: number, seed = 1): string {
  const pick = numbers(seed);
  const section = (i: number): string =>
    one(pick, [
      `## Part ${i}\n\nThis part does one thing and does it well. It reads what part ${i + 1} writes,\nand it never writes anything by itself. See the [guide](docs/part-${i}.md).\n\n- first point\n- second point\n- third point\n\n`,
      `### Start part ${i}\n\n\`\`\`sh\ndocker run --rm -p 127.0.0.1:80${i % 90}:80 ${one(pick, IMAGES)}\n\`\`\`\n\n`,
      `| name | meaning |\n| --- | --- |\n| \`A_${i}\` | first |\n| \`B_${i}\` | second |\n\n`,
      `\`\`\`yaml\nservices:\n  part-${i}:\n    image: ${one(pick, IMAGES)}\n    restart: unless-stopped\n\`\`\`\n\n`,
      `\`\`\`js\nconst part = require('./part-${i}');\npart.start();\n\`\`\`\n\n`,
    ]);
  return `# The project\n\n${many(sections, section)}`;
}

function workflow(jobs: number, seed: number): string {
  const pick = numbers(seed);
  const job = (i: number): string =>
    `  job-${i}:\n    runs-on: ubuntu-24.04\n    timeout-minutes: 20\n    steps:\n      - uses: actions/checkout@v4\n      - uses: actions/setup-node@v4\n        with:\n          node-version: 22\n      - name: Install\n        run: npm ci\n      - name: Build and push\n        run: |\n          docker build -t registry.example.com/part-${i}:\${{ github.sha }} .\n          docker push registry.example.com/part-${i}:\${{ github.sha }}\n      - name: Smoke test\n        run: docker run --rm ${one(pick, IMAGES)} true\n`;
  return `name: ci\non:\n  push:\n    branches: [main]\npermissions:\n  contents: read\njobs:\n${many(jobs, job)}`;
}

const makefile = (targets: number): string =>
  `IMAGE ?= app\nVERSION := 1.0.0\n\n${many(targets, (i) => `.PHONY: part-${i}\npart-${i}: deps ## Builds part ${i}\n\t@echo "part ${i}"\n\tdocker build -t $(IMAGE):$(VERSION) part-${i}\n\tdocker run --rm $(IMAGE):$(VERSION) test\n\n`)}`;

const unit = (i: number): string =>
  `[Unit]\nDescription=Part ${i}\nAfter=docker.service\nRequires=docker.service\n\n[Service]\nRestart=always\nExecStartPre=-/usr/bin/docker rm -f part-${i}\nExecStart=/usr/bin/docker run --name part-${i} --read-only --cap-drop ALL nginx:1.27.3\nExecStop=/usr/bin/docker stop part-${i}\n\n[Install]\nWantedBy=multi-user.target\n`;

/** Files of every kind, from a few lines to a few hundred. */
export function corpus(): CorpusFile[] {
  const files: CorpusFile[] = [];
  const add = (name: string, text: string) => files.push({ name, text });
  for (let i = 0; i < 12; i++) {
    add(`${i}/compose.yaml`, composeFile(2 + i * 2, i));
    add(`${i}/Dockerfile`, dockerfile(6 + i * 5, i));
    add(`${i}/deploy.sh`, script(5 + i * 4, i));
    add(`${i}/README.md`, readme(8 + i * 4, i));
  }
  for (let i = 0; i < 6; i++) {
    add(`.github/workflows/${i}.yml`, workflow(2 + i, i));
    add(`${i}/Makefile`, makefile(4 + i));
    add(`${i}/part.service`, unit(i));
  }
  return files;
}
