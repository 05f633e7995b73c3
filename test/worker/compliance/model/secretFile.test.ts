import { describe, expect, it } from 'vitest';
import { isSecretFile } from '../../../../src/worker/compliance/model/secretFile';

const SECRET = `.env .env.production .env.local .env.* config/.env .env.keys .npmrc .netrc .pgpass .dockercfg kubeconfig
  id_rsa id_ed25519 id_ecdsa_sk ~/.ssh/id_rsa .ssh .ssh/ .aws .aws/credentials .kube/config .docker/config.json
  server.key tls/server.key ca.key ca-key.pem intermediate.key.pem cakey.pem cert.key privkey.pem private.pem publisher.key *.pem *.key server.pem
  client-cert.p12 certificate.pfx keystore.jks release.keystore putty.ppk team.kdbx default.key
  credentials.json secrets/credentials.json service-account.json service-account-prod.json serviceAccountKey.json
  my_service_account.json application_default_credentials.json client_secret_123.json app-firebase-adminsdk-x1.json gcp-key.json
  secrets.yml secrets.json credentials.yml accessCredentials.csv`;

const HARMLESS = `license.key app-licence.key .env.example .env.sample .env.template .env.dist .env.vault .env.enc .env.d.ts .env.production.sample .envrc .environment
  id_rsa.pub id_ed25519.pub pubkey.pem public.pem public-key.pem publicKey.pem jwt_public_key.pem dhparam.pem dhparams.pem dhparam4096.pem dh2048.pem
  dhparam-2048.pem ca.crt ca.pem rootCA.pem cacert.pem cacerts.jks truststore.jks client-truststore.p12 fullchain.pem chain.pem
  .yarnrc.yml server.crt server-cert.pem hostcert.pem intermediate.cert.pem dh4096.pem crl.pem DigiCertGlobalRootCA.crt.pem rds-combined-ca-bundle.pem isrgrootx1.pem signing.pub public.key ffdhe4096.pem ffdhe2048.pem dhe.pem repo.gpg.key docker.gpg.key archive-keyring.key apt-key.key RPM-GPG.key alpine.rsa.pub server.crt
  .ssh/known_hosts .ssh/config .ssh/authorized_keys .ssh/id_rsa.pub .aws/config
  credentials.example.json service-account.sample.json credentials.yml.enc credentials.ts credentials.go service-account.yaml
  secretsmanager.json keyboard.json monkey.json tokenizer.json package.json . ./ src/ * key.txt`;

const words = (text: string) => text.split(/\s+/).map((name) => [name] as const);

describe('secret files by name', () => {
  it.each(words(SECRET))('%s is one', (name) => expect(isSecretFile(name)).toBe(true));
  it.each(words(HARMLESS))('%s is none', (name) => expect(isSecretFile(name)).toBe(false));
  it.each([
    '/usr/share/keyrings/',
    '/etc/apt/trusted.gpg.d/x.asc',
    '/etc/pki/rpm-gpg/',
    '/usr/local/share/ca-certificates/',
    '/etc/ssl/certs/a.pem',
  ])('none where only public keys lie: %s', (target) => {
    expect(isSecretFile('nginx_signing.key', target)).toBe(false);
    expect(isSecretFile('company.pem', target)).toBe(false);
    expect(isSecretFile('.env', target)).toBe(true);
  });
  it.each(['/etc/ssl/private/', '/app/', '/etc/nginx/'])('one elsewhere: %s', (target) =>
    expect(isSecretFile('nginx_signing.key', target)).toBe(true),
  );
});
