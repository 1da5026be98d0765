/**
 * Bundles. `webpack --mode production` makes `dist/`, a folder any static https host can serve to Excel.
 * `--env workbench` adds the workbench page (development and tests only) and takes office.js from the served npm copy,
 * which Microsoft's licence lets us use but not republish; a real add-in loads it from Microsoft's own address.
 */
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import CopyPlugin from 'copy-webpack-plugin';
import HtmlPlugin from 'html-webpack-plugin';

const root = path.dirname(fileURLToPath(import.meta.url));
const OFFICE = 'https://appsforoffice.microsoft.com/lib/1/hosted/office.js';
const OFFICE_SERVED = '/office/office.js';

/** Pages by the name of their bundle; a page's template may use `<%= htmlWebpackPlugin.options.office %>`, the address of office.js. */
const pages = {
  taskpane: { entry: './src/taskpane/main.tsx', template: './src/taskpane/taskpane.html' },
  signin: { entry: './src/signin/main.ts', template: './src/signin/signin.html' },
  workbench: { entry: './src/workbench/main.ts', template: './src/workbench/workbench.html' },
};

/**
 * `env.workbench`: with the workbench; `env.address`: the https address the add-in will be served from, and `env.catalog`: that of the catalog the pane
 * lists by itself, written into the manifest; `env.signin`: how it is registered with Microsoft 365 (SHAREPOINT.md), written into the pane's page.
 */
export default function config(env = {}, { mode = 'development' } = {}) {
  const production = mode === 'production';
  const wanted = Object.entries(pages).filter(([name]) => name !== 'workbench' || env.workbench);
  const address = env.address?.replace(/\/*$/, '');
  const catalog = env.catalog && `taskpane.html?catalog=${encodeURIComponent(env.catalog)}`;

  return {
    mode,
    context: root,
    target: ['web', 'es2020'],
    devtool: production ? 'source-map' : 'cheap-module-source-map',
    entry: Object.fromEntries(wanted.map(([name, page]) => [name, page.entry])),
    output: {
      path: path.join(root, 'dist'),
      filename: production ? '[name].[contenthash:8].js' : '[name].js',
      chunkFilename: production ? '[name].[contenthash:8].js' : '[name].chunk.js',
      clean: true,
    },
    resolve: { extensions: ['.ts', '.tsx', '.js'] },
    module: {
      rules: [
        {
          test: /\.tsx?$/,
          exclude: /node_modules/,
          loader: 'swc-loader',
          options: {
            jsc: {
              parser: { syntax: 'typescript', tsx: true },
              target: 'es2020',
              transform: { react: { runtime: 'automatic' } },
            },
          },
        },
        { test: /\.css$/, use: ['style-loader', 'css-loader'] },
      ],
    },
    plugins: [
      ...wanted.map(
        ([name, { template }]) =>
          new HtmlPlugin({
            template,
            filename: `${name}.html`,
            chunks: [name],
            office: env.workbench ? OFFICE_SERVED : OFFICE,
            signin: env.signin ?? 'none',
          }),
      ),
      new CopyPlugin({
        patterns: [
          { from: 'assets', to: 'assets', noErrorOnMissing: true, globOptions: env.workbench ? {} : { ignore: ['**/samples/**'] } },
          {
            from: 'manifest.xml',
            noErrorOnMissing: true,
            transform: (xml) => {
              const text = address ? String(xml).replaceAll('https://localhost:3000', address) : String(xml);
              return catalog ? text.replaceAll('/taskpane.html"', `/${catalog}"`) : text;
            },
          },
        ],
      }),
    ],
    cache: production
      ? false
      : { type: 'filesystem', name: env.workbench ? 'workbench' : 'pane', buildDependencies: { config: [fileURLToPath(import.meta.url)] } },
    performance: { hints: false },
    stats: 'errors-warnings',
    infrastructureLogging: { level: 'error' },
  };
}
