/** The service that nobody reaches from outside, and the proxy that stands in both networks. */
import { APP_USER, type FileMaker, imageOf, logsOf, PROXY_IMAGE, PROXY_USER } from './parts';

export const compose: FileMaker = ({ answers, say }) => {
  const { name, port, listen, uploads } = answers;
  const ask = say({ en: 'write it into .env, see .env.example', 'zh-cn': '请写入 .env，参见 .env.example' });
  const proxyDigest = answers['proxy-digest'] || `\${PROXY_DIGEST:?${ask}}`;
  return {
    path: 'compose.yaml',
    text: `name: ${name}

# ${say({
      en: 'Records go to the log server over TLS, and do not hold up the service while it is away.',
      'zh-cn': '日志通过 TLS 发往日志服务器，服务器不可用时不会阻塞服务。',
    })}
x-logging: &central
  driver: syslog
  options:
    syslog-address: "tcp+tls://${answers['log-server']}:6514"
    syslog-tls-ca-cert: /etc/docker/log-ca.pem
    mode: non-blocking
    max-buffer-size: 4m
    tag: "${name}/{{.Name}}"

services:
  app:
    # ${say({
      en: 'The digest is the one that the CI job has scanned and signed.',
      'zh-cn': '摘要即 CI 作业扫描并签名的那个。',
    })}
    image: "${imageOf(answers)}@\${APP_DIGEST:?${ask}}"
    restart: unless-stopped
    user: "${APP_USER}:${APP_USER}"
    read_only: true
    tmpfs: ["/tmp:size=64m,mode=1777"]
    cap_drop: [ALL]
    security_opt: ["no-new-privileges:true"]
    mem_limit: 512m
    cpus: 1
    pids_limit: 128
    environment:
      FLASK_SECRET_KEY: "\${FLASK_SECRET_KEY:?${ask}}"
    healthcheck:
      test: ["CMD", "python", "-c", "import urllib.request as u; u.urlopen('http://127.0.0.1:${port}/healthz')"]
      interval: 30s
    expose: ["${port}"]
    networks: [backend]
    volumes: ["logs:/app/logs", "uploads:/app/uploads"]
    logging: *central

  proxy:
    image: "${PROXY_IMAGE}@${proxyDigest}"
    restart: unless-stopped
    user: "${PROXY_USER}:${PROXY_USER}"
    read_only: true
    tmpfs: ["/tmp:size=64m,mode=1777"]
    cap_drop: [ALL]
    security_opt: ["no-new-privileges:true"]
    mem_limit: 128m
    cpus: 0.5
    pids_limit: 64
    healthcheck:
      test: ["CMD", "curl", "-fsS", "http://127.0.0.1:8081/"]
      interval: 30s
    # ${say({
      en: 'The only port that is published; scripts/firewall.sh says who reaches it.',
      'zh-cn': '唯一发布的端口；允许的来源见 scripts/firewall.sh。',
    })}
    ports: ["${listen}:443:8443"]
    networks: [backend, edge]
    volumes:
      - ./nginx/nginx.conf:/etc/nginx/nginx.conf:ro
      - ./tls:/etc/nginx/tls:ro
    depends_on:
      app:
        condition: service_healthy
    logging: *central

networks:
  # ${say({
    en: 'No way out: the service calls nobody.',
    'zh-cn': '没有出口：服务不向外发起任何连接。',
  })}
  backend:
    internal: true
  edge: {}

volumes:
  logs:
    driver: local
    driver_opts: {type: none, o: "bind,noexec,nosuid,nodev", device: ${logsOf(answers)}}
  uploads:
    driver: local
    driver_opts: {type: none, o: "bind,noexec,nosuid,nodev", device: ${uploads}}
`,
  };
};
