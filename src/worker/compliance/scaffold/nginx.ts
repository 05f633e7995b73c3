/** The proxy: TLS, headers, the access log, and who is let in. */
import type { FileMaker } from './parts';

export const nginx: FileMaker = ({ answers, say }) => ({
  path: 'nginx/nginx.conf',
  text: `worker_processes auto;
pid /tmp/nginx.pid;
error_log /dev/stderr warn;

events {
    worker_connections 1024;
}

http {
    include /etc/nginx/mime.types;
    default_type application/octet-stream;

    # ${say({
      en: 'The file system is read-only but for /tmp.',
      'zh-cn': '除 /tmp 外，文件系统只读。',
    })}
    client_body_temp_path /tmp/client_body;
    proxy_temp_path /tmp/proxy;
    fastcgi_temp_path /tmp/fastcgi;
    uwsgi_temp_path /tmp/uwsgi;
    scgi_temp_path /tmp/scgi;

    log_format audit '$time_iso8601 $remote_addr $remote_user "$request" $status $body_bytes_sent '
                     '$request_time "$http_x_forwarded_for" "$http_user_agent" $request_id';
    access_log /dev/stdout audit;
    server_tokens off;

    limit_req_zone $binary_remote_addr zone=clients:10m rate=10r/s;

    ssl_protocols TLSv1.2 TLSv1.3;
    ssl_ciphers ECDHE-ECDSA-AES128-GCM-SHA256:ECDHE-RSA-AES128-GCM-SHA256:ECDHE-ECDSA-AES256-GCM-SHA384:ECDHE-RSA-AES256-GCM-SHA384;
    ssl_session_tickets off;
    ssl_session_cache shared:tls:10m;

    # ${say({
      en: 'Calls by another name than that of the service.',
      'zh-cn': '以其他名称发起的访问。',
    })}
    server {
        listen 8443 ssl default_server;
        ssl_reject_handshake on;
    }

    server {
        listen 8443 ssl;
        http2 on;
        server_name ${answers.domain};
        ssl_certificate /etc/nginx/tls/server.crt;
        ssl_certificate_key /etc/nginx/tls/server.key;

        add_header Strict-Transport-Security "max-age=31536000" always;
        add_header Content-Security-Policy "default-src 'self'; frame-ancestors 'none'; base-uri 'self'; form-action 'self'" always;
        add_header X-Content-Type-Options "nosniff" always;
        add_header X-Frame-Options "DENY" always;
        add_header Referrer-Policy "same-origin" always;

        client_max_body_size ${answers['upload-size']}m;
        limit_req zone=clients burst=20 nodelay;

        allow ${answers.source};
        deny all;

        location / {
            proxy_pass http://app:${answers.port};
            proxy_set_header Host $host;
            # ${say({
              en: 'This proxy is the first one: what a client says of itself is not passed on.',
              'zh-cn': '本代理是第一层：客户端自称的地址不会传给应用。',
            })}
            proxy_set_header X-Real-IP $remote_addr;
            proxy_set_header X-Forwarded-For $remote_addr;
            proxy_set_header X-Forwarded-Proto $scheme;
            proxy_set_header X-Request-ID $request_id;
        }
    }

    # ${say({
      en: 'For the health check in the container alone.',
      'zh-cn': '仅供容器内的健康检查使用。',
    })}
    server {
        listen 127.0.0.1:8081;
        access_log off;
        return 204;
    }
}
`,
});
