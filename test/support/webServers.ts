import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

/** A web server of this machine, serving an empty folder on loopback. */
export interface WebServer {
  /** Ends with a slash. */
  readonly url: URL;
  readonly folder: string;
  stop(): Promise<void>;
}

const SERVERS = { apache2: ['/usr/sbin/apache2'], nginx: ['/usr/sbin/nginx'] } as const;
const MODULES = '/usr/lib/nginx/modules/ngx_http_dav_ext_module.so';

/** `describe` where the server is installed; elsewhere a skip that says so, or a failure when TIEOUT_REQUIRE_OUTSIDE is 1. */
export function describeWithServer(server: keyof typeof SERVERS, title: string, tests: () => void): void {
  if (SERVERS[server].some((file) => existsSync(file))) return describe(title, tests);
  if (process.env['TIEOUT_REQUIRE_OUTSIDE'] === '1')
    throw new Error(`${server} is required here (TIEOUT_REQUIRE_OUTSIDE=1), and is not installed`);
  console.log(`Skipped: ${title}. ${server} is not installed.`);
  describe.skip(title, tests);
}

/** Apache httpd with mod_dav, which locks files, and passwords for all under /private/ (`asha`, `tie:out`). */
export async function startApache(): Promise<WebServer> {
  const { home, folder, port } = await room();
  const { stdout } = await promisify(execFile)('openssl', ['passwd', '-apr1', 'tie:out']);
  writeFileSync(join(home, 'passwords'), `asha:${stdout}`);
  const modules = [
    'mpm_event',
    'authz_core',
    'authn_core',
    'authn_file',
    'authz_user',
    'auth_basic',
    'dav',
    'dav_fs',
    'dav_lock',
    'mime',
    'unixd',
  ];
  const user = process.getuid?.() === 0 ? 'User www-data\nGroup www-data\n' : '';
  writeFileSync(
    join(home, 'httpd.conf'),
    `${modules
      .filter((name) => existsSync(`/usr/lib/apache2/modules/mod_${name}.so`))
      .map((name) => `LoadModule ${name}_module /usr/lib/apache2/modules/mod_${name}.so`)
      .join('\n')}
ServerRoot "${home}"
ServerName localhost
Listen 127.0.0.1:${port}
${user}PidFile "${home}/pid"
ErrorLog "${home}/error.log"
DavLockDB "${home}/locks/db"
DocumentRoot "${folder}"
TypesConfig /dev/null
<Directory "${folder}">
  Dav On
  Require all granted
</Directory>
<Location "/private/">
  AuthType Basic
  AuthName "models"
  AuthUserFile "${home}/passwords"
  Require valid-user
</Location>
`,
  );
  return serve('/usr/sbin/apache2', ['-X', '-D', 'FOREGROUND', '-f', join(home, 'httpd.conf')], { home, folder, port });
}

/** nginx with its own DAV module, and, if wanted, the one with locks beside it. */
export async function startNginx(locks: boolean): Promise<WebServer> {
  const { home, folder, port } = await room();
  const user = process.getuid?.() === 0 ? 'user www-data;' : '';
  writeFileSync(
    join(home, 'nginx.conf'),
    `${locks ? `load_module ${MODULES};` : ''}
${user}
daemon off;
worker_processes 2;
pid ${home}/pid;
error_log ${home}/error.log;
events {}
http {
  access_log off;
  client_body_temp_path ${home}/body;
  proxy_temp_path ${home}/proxy; fastcgi_temp_path ${home}/fastcgi; uwsgi_temp_path ${home}/uwsgi; scgi_temp_path ${home}/scgi;
  client_max_body_size 0;
  ${locks ? 'dav_ext_lock_zone zone=locks:10m;' : ''}
  server {
    listen 127.0.0.1:${port};
    location / {
      root ${folder};
      dav_methods PUT DELETE MKCOL COPY MOVE;
      ${locks ? 'dav_ext_methods PROPFIND OPTIONS LOCK UNLOCK; dav_ext_lock zone=locks;' : ''}
    }
  }
}
`,
  );
  return serve('/usr/sbin/nginx', ['-p', home, '-c', join(home, 'nginx.conf'), '-e', join(home, 'error.log')], { home, folder, port });
}

interface Room {
  readonly home: string;
  readonly folder: string;
  readonly port: number;
}

async function room(): Promise<Room> {
  const home = mkdtempSync(join(tmpdir(), 'tieout-web-'));
  const folder = join(home, 'files');
  for (const name of ['files', 'files/private', 'locks']) mkdirSync(join(home, name));
  // Where a test runs as root, the server does not.
  if (process.getuid?.() === 0) await promisify(execFile)('chmod', ['-R', '777', home]);
  const probe = createServer();
  await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve));
  const { port } = probe.address() as AddressInfo;
  await new Promise((resolve) => probe.close(resolve));
  return { home, folder, port };
}

async function serve(program: string, options: readonly string[], { home, folder, port }: Room): Promise<WebServer> {
  const server: ChildProcess = spawn(program, options, { stdio: 'ignore' });
  const url = new URL(`http://127.0.0.1:${port}/`);
  const gone = new Promise<void>((resolve) => server.once('exit', () => resolve()));
  for (let attempt = 0; ; attempt++) {
    const isUp = await fetch(url).then(
      () => true,
      () => false,
    );
    if (isUp) break;
    if (attempt > 100 || server.exitCode !== null) throw new Error(`${program} did not start; see ${home}/error.log`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return {
    url,
    folder,
    async stop() {
      server.kill('SIGTERM');
      await gone;
      rmSync(home, { recursive: true, force: true });
    },
  };
}
