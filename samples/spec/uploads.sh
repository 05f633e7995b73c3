#!/bin/sh
chmod -R o-x,u-w ./uploads
chcon -t httpd_exec_t ./uploads
