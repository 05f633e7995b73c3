#!/bin/sh
firewall-cmd --permanent --add-rich-rule='rule family="ipv4" source address="192.168.10.50" port port="8080" protocol="tcp" accept'
firewall-cmd --reload
