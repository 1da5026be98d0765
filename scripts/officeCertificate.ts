import { existsSync, readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';

/**
 * The certificate which `office-addin-dev-certs install` made and had this computer trust, as Node's https options;
 * undefined when it is not installed. Excel opens the pane only from a server that it trusts.
 */
export function officeCertificate(): { ca: Buffer; key: Buffer; cert: Buffer } | undefined {
  const [ca, key, cert] = ['ca.crt', 'localhost.key', 'localhost.crt'].map((name) => join(homedir(), '.office-addin-dev-certs', name));
  if (![ca, key, cert].every((file) => existsSync(file!))) return undefined;
  return { ca: readFileSync(ca!), key: readFileSync(key!), cert: readFileSync(cert!) };
}
