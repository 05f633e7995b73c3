#!/bin/sh
docker run -d \
  --name workshop \
  --restart unless-stopped \
  --user 1001:1001 \
  --read-only \
  --tmpfs /tmp \
  --cap-drop ALL \
  --cap-add NET_BIND_SERVICE \
  -p 8080:8080 \
  -v ./logs:/app/logs \
  -v ./uploads:/app/uploads \
  registry.example.com/qrcode/workshop:v1.2.0
