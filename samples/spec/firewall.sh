#!/bin/sh
# Only the desk of the administrator may reach the service.
iptables -A INPUT -p tcp --dport 8080 -s 192.168.10.50 -j ACCEPT
iptables -A INPUT -p tcp --dport 8080 -j DROP
