#!/bin/sh
trivy image registry.example.com/qrcode/workshop:v1.2.0
# [CRITICAL] CVE-2023-12345 in python:3.9-slim
