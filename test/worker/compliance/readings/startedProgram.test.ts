import { describe, expect, it } from 'vitest';
import { readDockerfile } from '../../../../src/worker/compliance/documents/dockerfile/stages';
import { isPassing, serves, startsProgram } from '../../../../src/worker/compliance/readings/startedProgram';

const file = (text: string) => readDockerfile('file:///w/Dockerfile', text);

describe('startsProgram', () => {
  it.each([
    ['a command', 'FROM alpine:3.22\nCMD ["./main"]'],
    ['a shell form', 'FROM python:3.13\nCMD python run.py'],
    ['an entry point with its first argument', 'FROM node:22\nENTRYPOINT ["node"]\nCMD ["server.js"]'],
    ['an entry script that gets a shell', 'FROM debian:13\nENTRYPOINT ["/entry.sh"]\nCMD ["bash"]'],
    ['a port', 'FROM acme/tomcat:9\nEXPOSE 8080'],
    ['a port beside a shell', 'FROM debian:13\nEXPOSE 8080\nCMD ["bash"]'],
    ['a health check', 'FROM acme/x:1\nHEALTHCHECK CMD curl -f localhost'],
    ['a program as the base', 'FROM nginx:1.28\nCOPY site /usr/share/nginx/html'],
    ['a command of the stage below', 'FROM alpine:3.22 AS run\nCMD ["./main"]\nFROM run\nENV A=b'],
    ['a program behind an init', 'FROM alpine:3.22\nENTRYPOINT ["tini", "--"]\nCMD ["./main"]'],
    ['a text before a program', 'FROM node:22\nCMD echo $NAME && npm run dev'],
    ['a daemon by its name', 'FROM alpine:3.22\nCMD ["httpd"]'],
    ['a make target that runs', 'FROM gcc:15\nCMD make run'],
  ])('true: %s', (_, text) => expect(startsProgram(file(text))).toBe(true));

  it.each([
    ['nothing', 'FROM debian:13\nRUN apt-get update'],
    ['an unknown base', 'FROM acme/x:1\nRUN true'],
    ['a shell', 'FROM debian:13\nCMD ["/bin/bash", "-l"]'],
    ['a shell behind an init', 'FROM debian:13\nENTRYPOINT ["/usr/bin/tini", "--"]\nCMD ["bash"]'],
    ['a shell that waits for a script', 'FROM debian:13\nENTRYPOINT ["/bin/sh", "-c"]'],
    ['a help text', 'FROM alpine:3.22\nENTRYPOINT ["/tool"]\nCMD ["--help"]'],
    ['a build', 'FROM golang:1.25\nCMD ["make", "-C", "/src", "all"]'],
    ['a build script', 'FROM debian:13\nCMD ["/src/packaging/build.sh"]'],
    ['tests', 'FROM node:22\nCMD npm run test:unit'],
    ['a container that only waits', 'FROM debian:13\nCMD ["sleep", "infinity"]'],
    ['a stage that others build in', 'FROM golang:1.25 AS builder\nCMD ["/app"]'],
    [
      'a list of what can be run',
      'FROM alpine:3.22\nEXPOSE 80\nCMD ["/bin/sh", "-c", "echo Tools: && ls /usr/local/bin"]',
    ],
    ['a manual', `FROM alpine:3.22\nCMD echo 'run [a|b]' && echo "x; y"`],
    ['a tool', 'FROM python:3.13\nCMD pgcli'],
    ['a health check switched off', 'FROM debian:13\nHEALTHCHECK NONE'],
  ])('false: %s', (_, text) => expect(startsProgram(file(text))).toBe(false));
});

it('takes only a port or a health check for being asked', () => {
  expect(serves(file('FROM alpine:3.22\nCMD ["./main"]'))).toBe(false);
  expect(serves(file('FROM alpine:3.22 AS a\nEXPOSE 80\nFROM a\nCMD ["./main"]'))).toBe(true);
});

it.each([
  ['sh scripts/start.sh import', true],
  ['python -m pytest -q', true],
  ['sh -c npm test', true],
  ['mvn clean package', true],
  ['mvn spring-boot:run', false],
  ['npm start', false],
  ['tail -f /dev/null', true],
  ['tail -f /var/log/app.log', false],
])('isPassing %s: %s', (command, passing) => expect(isPassing(command)).toBe(passing));
