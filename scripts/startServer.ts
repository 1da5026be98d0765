import { createServer } from 'node:net';
import webpack, { type Configuration } from 'webpack';
import WebpackDevServer from 'webpack-dev-server';
import { officeCertificate } from './officeCertificate';

export interface Server {
  /** The workbench's address, such as `https://localhost:3000/workbench.html`. */
  readonly url: string;
  readonly close: () => Promise<void>;
}

/**
 * Bundles in development mode and serves the workbench, the pane and the samples over https on this computer only,
 * with a certificate made at the first start. Port 0 takes any free port; another port that is taken gives way to the next free one.
 * Resolves when the page can be opened; rejects when the bundle has errors.
 */
export async function startServer({ port }: { readonly port: number }): Promise<Server> {
  const compiler = webpack(await bundles());
  if (!compiler) throw new Error('webpack gave no compiler');
  const server = new WebpackDevServer(
    {
      host: 'localhost',
      port: port === 0 ? 0 : await freePort(port),
      server: { type: 'https', options: officeCertificate() ?? {} },
      // Excel's task pane reloads badly in mid-sync, so the page is reloaded by hand.
      hot: false,
      liveReload: false,
      client: false,
      webSocketServer: false,
      setupExitSignals: false,
      static: [
        { directory: 'node_modules/@microsoft/office-js/dist', publicPath: '/office', watch: false },
        { directory: 'assets', publicPath: '/assets', watch: false },
      ],
      devMiddleware: { stats: 'errors-only' },
      headers: { 'Cache-Control': 'no-store' },
    },
    compiler,
  );
  const bundled = new Promise<void>((resolve, reject) => {
    compiler.hooks.done.tap('start', (stats) => {
      if (stats.hasErrors()) reject(new Error(stats.toString({ all: false, errors: true })));
      else resolve();
    });
    compiler.hooks.failed.tap('start', reject);
  });
  await Promise.all([server.start(), bundled]);
  const address = server.server?.address();
  const chosen = typeof address === 'object' && address ? address.port : port;
  return {
    url: `https://localhost:${chosen}/workbench.html`,
    close: () => server.stop(),
  };
}

async function bundles(): Promise<Configuration> {
  const file = new URL('../webpack.config.js', import.meta.url).href;
  const { default: config } = (await import(file)) as { default: (env: object, argv: object) => Configuration };
  return config({ workbench: true }, { mode: 'development' });
}

async function freePort(wanted: number): Promise<number> {
  for (let port = wanted; port < wanted + 100; port++) {
    if (await isFree(port)) return port;
  }
  return 0;
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(false));
    probe.listen(port, 'localhost', () => probe.close(() => resolve(true)));
  });
}
