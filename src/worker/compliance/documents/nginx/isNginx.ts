/** Whether a text is configuration of nginx: a name that ends in `.conf` is anybody's. */

/** A directive that no other program's file has, with its end. */
const DIRECTIVE = new RegExp(
  String.raw`(?:^|[;{}])[ \t]*(?:` +
    [
      String.raw`(?:proxy|fastcgi|uwsgi|scgi|grpc|ssl|client|access_by|content_by|auth|real_ip|limit_req|limit_conn|gzip|brotli|sub|worker|keepalive|types_hash|server_names|large_client|tcp)_\w+[ \t]+[^\s=:(]`,
      String.raw`(?:access_log|error_log|log_format|log_not_found|add_header|add_trailer)[ \t]+[^\s=:(]`,
      String.raw`(?:server_name|server_tokens|sendfile|default_type|try_files|set_real_ip_from|error_page|auth_basic|gzip|ssl|expires|etag|autoindex|charset|http2|resolver|more_set_headers)[ \t]+[^\s=:(]`,
      String.raw`listen[ \t]+(?:\d{1,5}|[\w.*-]+:\d{1,5}|\[[^\]\n]{0,60}\](?::\d{1,5})?|unix:\S+)(?=[ \t;])`,
      String.raw`return[ \t]+[1-5]\d\d\b`,
      String.raw`rewrite[ \t]+\S+[ \t]+\S+`,
      String.raw`server[ \t]+[\w.-]+:\d{1,5}\b`,
      String.raw`(?:deny|allow)[ \t]+(?:all|[\da-f.:]+(?:\/\d{1,3})?)[ \t]*;`,
      String.raw`include[ \t]+(?:/etc/nginx/|conf\.d/|mime\.types|snippets/|\S*params)`,
      String.raw`root[ \t]+["']?/`,
    ].join('|') +
    `)[^;{}]{0,300};`,
  'm',
);

/** Configuration of Apache, whose folders have the same names. */
const APACHE = /^[ \t]*<(?:VirtualHost|Directory|Location|IfModule)\b/im;

export const isNginx = (text: string): boolean => DIRECTIVE.test(text) && !APACHE.test(text);
