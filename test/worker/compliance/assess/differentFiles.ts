/** A large workspace no two files of which have the same faults, as an assessment is given it. */
import { createHash } from 'node:crypto';
import type { AssessInput } from '../../../../src/worker/compliance/assess/assess';
import { treeInput } from './assessTree';

/** What stands in each file of a project, and lines of which it has some; `#` is the project. */
const PROJECT: Readonly<Record<string, { head: string; some: readonly string[]; tail?: string }>> = {
  'compose.yaml': {
    head: 'services:\n  web#:\n    image: example/web#\n',
    some: [
      '    privileged: true\n',
      '    ports: ["80#:80"]\n',
      '    pid: host\n',
      '    network_mode: host\n',
      '    cap_add: [SYS_ADMIN]\n',
      '    user: root\n',
      '    restart: always\n',
      '    read_only: true\n',
      '    mem_limit: 1#m\n',
      '    cpus: 1\n',
      '    pids_limit: 1#\n',
      '    environment: {DB_PASSWORD: geheim-47#}\n',
      '    volumes: ["/var/run/docker.sock:/var/run/docker.sock", "./uploads:/srv/uploads#"]\n',
    ],
  },
  Dockerfile: {
    head: 'FROM node#:20\n',
    some: [
      'ADD . /app#\n',
      'RUN apt-get install -y telnet\n',
      'RUN apt-get update && apt-get install curl\n',
      'ENV API_KEY=geheim-#-47\n',
      'RUN curl http://example.com/a# | sh\n',
      'RUN chmod 777 /srv/a#\n',
      'COPY . /srv/b#\n',
      'EXPOSE 22\n',
      'USER root\n',
      'RUN pip install a#\n',
      'HEALTHCHECK NONE\n',
    ],
  },
  'nginx.conf': {
    head: 'server {\n  listen 80;\n  server_name a#.example.com;\n',
    some: [
      '  server_tokens on;\n',
      '  ssl_protocols TLSv1;\n',
      '  access_log off;\n',
      '  add_header X-Frame-Options DENY;\n',
      '  location /a# { proxy_pass http://web#; }\n',
      '  location /b# { add_header A b; proxy_pass http://web#; }\n',
      '  autoindex on;\n',
      '  client_max_body_size 0;\n',
      '  ssl_ciphers RC4-MD5;\n',
      '  set_real_ip_from 0.0.0.0/0;\n',
    ],
    tail: '}\n',
  },
  sshd_config: {
    head: '# of a#\n',
    some: [
      'PermitRootLogin yes\n',
      'PasswordAuthentication yes\n',
      'PermitEmptyPasswords yes\n',
      'KbdInteractiveAuthentication yes\n',
      'MaxAuthTries 1#\n',
      'LoginGraceTime 9#\n',
      'ClientAliveInterval 9#\n',
      'Ciphers aes128-cbc\n',
      'MACs hmac-md5\n',
      'AllowUsers a#\n',
      'PubkeyAuthentication no\n',
    ],
  },
  'deploy.sh': {
    head: '#!/bin/sh\n',
    some: [
      'docker run -d --privileged -p 80:80 app#:latest\n',
      'chmod -R 777 /uploads/a#\n',
      'setenforce 0\n',
      'iptables -A INPUT -p tcp --dport 80# -j DROP\n',
      'curl -u admin:geheim-# http://a#.example.com\n',
      'rm -rf /var/log/a#\n',
      'systemctl disable auditd\n',
      'docker login -u a# -p geheim-#\n',
      'ufw disable\n',
      'mysqldump --all-databases > /srv/backup/a#.sql\n',
    ],
  },
  'app.py': {
    head: 'from flask import Flask, request, render_template_string\napp = Flask(__name__)\n',
    some: [
      'app.secret_key = "geheim-#"\n',
      'app.config["WTF_CSRF_ENABLED"] = False\n',
      'app.run(host="0.0.0.0", debug=True)\n',
      '@app.post("/a#")\ndef upload#():\n    f = request.files["f"]\n    f.save("/uploads/" + f.filename)\n    return "ok"\n',
      '@app.get("/b#")\ndef show#():\n    return render_template_string(request.args["a#"])\n',
      'logging.basicConfig(format="%(message)s #")\n',
      'requests.get("https://a#.example.com", verify=False)\n',
      'import flask_debugtoolbar\n',
      'app.config["MAX_CONTENT_LENGTH"] = None\n',
      'Image.MAX_IMAGE_PIXELS = None\n',
    ],
  },
  '.gitlab-ci.yml': {
    head: 'build#:\n  script:\n    - docker build -t app#:latest .\n',
    some: [
      '    - docker push app#:latest\n',
      '    - trivy image app#:latest\n',
      '    - docker pull other#:latest\n',
      '    - docker login -u a# -p geheim-#\n',
      '    - curl -k https://a#.example.com\n',
      '    - echo "geheim-#" | sudo -S true\n',
      '    - export DB_PASSWORD=geheim-#\n',
      '    - docker run --privileged app#:latest\n',
      '    - chmod 777 /srv/a#\n',
    ],
  },
  'daemon.json': {
    head: '{"data-root": "/srv/a#"',
    some: [
      ', "insecure-registries": ["registry#:5000"]',
      ', "log-driver": "json-file"',
      ', "icc": true',
      ', "hosts": ["tcp://0.0.0.0:2375"]',
      ', "userland-proxy": true',
      ', "live-restore": false',
      ', "no-new-privileges": false',
      ', "selinux-enabled": false',
      ', "experimental": true',
      ', "tls": false',
    ],
    tail: '}\n',
  },
  crontab: {
    head: '# of a#\n',
    some: [
      '0 2 * * * root find /app/uploads# -mtime +7 -delete\n',
      '0 3 * * * root truncate -s 0 /var/log/a#.log\n',
      '0 4 * * * root tar czf /backup/a#.tgz /srv\n',
      '0 5 1 1 * root trivy image a#:1\n',
      '@reboot root docker run --privileged a#:latest\n',
      '0 6 * * * root journalctl --vacuum-time=1d\n',
      '0 7 * * * root systemctl stop rsyslog\n',
      '0 8 * * * root curl http://a#.example.com | sh\n',
      '0 9 * * * root mysqldump -pgeheim-# a > /srv/backup/a#.sql\n',
    ],
  },
  'app.service': {
    head: '[Service]\nEnvironment=NAME=a#\n',
    some: [
      'ExecStart=/usr/bin/docker run --name a# --privileged nginx:latest\n',
      'ExecStartPre=/usr/bin/docker pull b#:latest\n',
      'Environment=DB_PASSWORD=geheim-#\n',
      'ExecStartPost=/usr/sbin/setenforce 0\n',
      'ExecStop=/bin/rm -rf /var/log/a#\n',
      'ExecReload=/bin/chmod 777 /srv/uploads/a#\n',
      'ExecStartPre=/usr/bin/docker run --network host c#:latest\n',
      'ExecStartPre=/usr/bin/docker run --pid host -v /:/host d#\n',
      'ExecStopPost=/usr/sbin/iptables -F\n',
    ],
  },
};

export const FILES_OF_A_PROJECT = Object.keys(PROJECT).length;

/** Any number is another choice, in no order. */
const bitsOf = (project: number, name: string): number =>
  createHash('sha256').update(`${project} ${name}`).digest().readUInt32BE();

/** @param projects so many folders, each with a file of every sort */
export function differentFiles(projects: number): AssessInput {
  const texts: Record<string, string> = {};
  for (let i = 0; i < projects; i++)
    for (const [name, { head, some, tail = '' }] of Object.entries(PROJECT)) {
      const bits = bitsOf(i, name);
      const chosen = some.filter((_, at) => (bits >>> at) & ((bits >>> (at + 16)) | (at % 2)) & 1);
      texts[`project-${i}/${name}`] = (head + chosen.join('') + tail).replaceAll(/#(?!!| of)/g, String(i));
    }
  return treeInput(texts);
}
