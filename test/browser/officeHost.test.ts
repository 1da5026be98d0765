import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Frame, Page } from 'playwright-core';
import webpack from 'webpack';
import { useBrowser } from './harness/useBrowser';

const PANE = `<!doctype html><meta charset="utf-8"><title>Pane</title><script src="/office/office.js"></script>
<h1>Pane</h1><button id="first">First</button><input id="last">
<script>window.ready = Office.onReady()</script>`;
const DIALOG = `<!doctype html><meta charset="utf-8"><title>Dialog</title><script src="/office/office.js"></script><p id="out"></p>
<script>Office.onReady(() => Office.context.ui.addHandlerAsync(Office.EventType.DialogParentMessageReceived,
  (message) => { document.getElementById('out').textContent = message.message; }, () => Office.context.ui.messageParent('ping')));</script>`;
const HOST = '<!doctype html><meta charset="utf-8"><title>Host</title><body><script src="/host-page.js"></script></body>';

/** What the pages' global names are to the functions that run in them. */
declare global {
  interface Window {
    ready: Promise<{ host: unknown }>;
    seen: unknown[];
  }
}

describe('the transport, with office.js in a real frame', () => {
  let script: string;
  let page: Page;
  let pane: Frame;

  // Before useBrowser, which closes the pages after each test.
  afterEach(async () => {
    expect(await page.evaluate(() => window.hostPage.started.stats.unsupported)).toEqual([]);
    expect(await page.evaluate(() => window.hostPage.started.stats.unknownCalls)).toEqual([]);
  });
  const { newPage, workbenchUrl } = useBrowser();

  beforeAll(async () => {
    script = await bundle(path.resolve('test/browser/pages/hostPage.ts'), path.resolve('test-output'), 'hostPage.js');
  });
  beforeEach(async () => {
    // office.js reports on the console that it runs outside of Office's own pages.
    page = await newPage({ allow: /net::ERR|Failed to load resource|telemetry/i });
    const serve = (name: string, contentType: string, body: string) =>
      page.route(`**/${name}`, (route) => route.fulfill({ contentType, body }));
    await serve('host-page.js', 'text/javascript', script);
    await serve('host.html', 'text/html', HOST);
    await serve('host-pane.html', 'text/html', PANE);
    await serve('host-dialog.html', 'text/html', DIALOG);
    await page.goto(new URL('/host.html', workbenchUrl).href);
    pane = await frameOf(page, 'host-pane.html');
    await pane.evaluate(() => window.ready);
  });

  test('office.js starts in Excel on the web and knows the document', async () => {
    const found = await pane.evaluate(() => [
      String(Office.context.host),
      Office.context.platform === Office.PlatformType.OfficeOnline,
      Office.context.document.url,
      Office.context.requirements.isSetSupported('ExcelApi', '1.15'),
    ]);
    expect(found).toEqual(['Excel', true, 'https://tieout.invalid/Team%20model.xlsx', true]);
  });

  test('a reloaded pane starts again', async () => {
    // What was there before is asked nothing any more.
    await pane.evaluate(() => void Object.assign(window, { old: true }));
    await pane.evaluate(() => location.reload());
    await pane.waitForFunction(() => !('old' in window) && 'ready' in window);
    await pane.evaluate(() => window.ready);
    const name = await pane.evaluate(() =>
      Excel.run(async (context) => {
        const sheet = context.workbook.worksheets.getActiveWorksheet().load('name');
        await context.sync();
        return sheet.name;
      }),
    );
    expect(name).toBe('Data');
  });

  test('cells are read and written, errors come back as office.js errors', async () => {
    const found = await pane.evaluate(() =>
      Excel.run(async (context) => {
        const sheet = context.workbook.worksheets.getItem('Data');
        sheet.getRange('C1:D2').values = [
          [5, '=C1+1'],
          ['x', null],
        ];
        const used = sheet.getUsedRange().load('address,formulas');
        await context.sync();
        context.workbook.worksheets.getItem('Nope').load('name');
        const code = await context.sync().catch((error: OfficeExtension.Error) => error.code);
        return [used.address, used.formulas, code];
      }),
    );
    expect(found).toEqual([
      'Data!A1:D2',
      [
        [1, '=A1*2', 5, '=C1+1'],
        ['', '', 'x', ''],
      ],
      'ItemNotFound',
    ]);
    expect(await page.evaluate(() => window.hostPage.book.getCell('Data', 1, 4).formula)).toBe('=C1+1');
  });

  test('events of the grid arrive in the pane', async () => {
    await pane.evaluate(() => {
      window.seen = [];
      return Excel.run(async (context) => {
        const sheet = context.workbook.worksheets.getItem('Data').load('id');
        await context.sync();
        sheet.onChanged.add(async ({ address, source, details }) => void window.seen.push([address, source, details.valueAfter]));
        context.workbook.onSelectionChanged.add(async () => void window.seen.push('selected'));
        await context.sync();
      });
    });
    await page.evaluate(() => {
      const { book } = window.hostPage;
      const cell = { firstRow: 5, firstColumn: 2, lastRow: 5, lastColumn: 2 };
      book.setCells('Data', cell, [[{ formula: null, value: 99, format: null }]], 'coauthor');
      book.select('Data', cell, 'user');
    });
    await pane.waitForFunction(() => window.seen.length >= 2);
    expect(await pane.evaluate(() => window.seen)).toEqual([['B5', 'Remote', 99], 'selected']);
  });

  test('a 9 MB file is served in slices', async () => {
    const found = await pane.evaluate(
      () =>
        new Promise((resolve, reject) =>
          Office.context.document.getFileAsync(Office.FileType.Compressed, { sliceSize: 4_194_304 }, async ({ value: file, error }) => {
            if (error) return reject(new Error(error.message));
            let right = 0;
            for (let i = 0; i < file.sliceCount; i++) {
              const slice = await new Promise<Office.Slice>((done) => file.getSliceAsync(i, (result) => done(result.value)));
              const data = slice.data as number[];
              right += data.filter((byte, at) => byte === (((i * 4_194_304 + at) * 31) & 255)).length;
            }
            file.closeAsync(() => resolve([file.size, file.sliceCount, right]));
          }),
        ),
    );
    const size = 9 * 1024 * 1024 + 17;
    expect(found).toEqual([size, 3, size]);
  });

  test('settings are saved in the book', async () => {
    await pane.evaluate(
      () =>
        new Promise((resolve) => {
          Office.context.document.settings.set('tieout', { z: 2 });
          Office.context.document.settings.saveAsync(resolve);
        }),
    );
    expect(await page.evaluate(() => window.hostPage.book.settings.get('tieout'))).toEqual({ z: 2 });
  });

  test('focus goes in by F6 and Tab, and out by Tab, Escape and Ctrl+F6', async () => {
    await page.evaluate(() => window.hostPage.started.focusPane('first'));
    await pane.waitForFunction(() => document.activeElement?.id === 'first');
    await pane.locator('#last').focus();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Escape');
    await page.keyboard.press('Control+F6');
    await page.waitForFunction(() => window.hostPage.exits.length >= 3);
    expect(await page.evaluate(() => window.hostPage.exits)).toEqual(['forward', 'escape', 'nextRegion']);
  });

  test('a ribbon command runs and reports that it is done', async () => {
    await pane.evaluate(() => {
      Office.actions.associate('compare', (event: Office.AddinCommands.Event) => {
        window.seen = [event.source.id];
        event.completed();
      });
    });
    await page.evaluate(() => window.hostPage.started.runCommand('compare', 'CompareButton'));
    await page.waitForFunction(() => window.hostPage.started.stats.commandsDone.length === 1);
    expect(await pane.evaluate(() => window.seen)).toEqual(['CompareButton']);
  });

  test('a dialog in a frame talks with the pane, and closes', async () => {
    await pane.evaluate(() => {
      window.seen = [];
      Office.context.ui.displayDialogAsync(`${location.origin}/host-dialog.html`, { displayInIframe: true }, ({ value: dialog }) => {
        Object.assign(window, { dialog });
        dialog.addEventHandler(Office.EventType.DialogMessageReceived, (arg) => {
          window.seen.push('message' in arg ? arg.message : arg.error);
          dialog.messageChild('pong');
        });
      });
    });
    const dialog = await frameOf(page, 'host-dialog.html');
    await dialog.waitForFunction(() => document.getElementById('out')?.textContent === 'pong');
    expect(await pane.evaluate(() => window.seen)).toEqual(['ping']);
    await pane.evaluate(() => (window as unknown as { dialog: Office.Dialog }).dialog.close());
    await page.waitForFunction(() => document.querySelectorAll('dialog').length === 0);
  });

  test('a page of another window, or of another conversation, is not heard', async () => {
    const before = await page.evaluate(() => window.hostPage.started.stats.requests);
    await page.evaluate(() => {
      const forged = { _messageType: 0, _actionName: 'executeMethod', _actionType: 0, _conversationId: 'x', _correlationId: 1, _data: {} };
      window.postMessage(JSON.stringify(forged), location.origin);
      window.postMessage('no JSON', location.origin);
    });
    await pane.evaluate(() => {
      const forged = { _messageType: 0, _actionName: 'executeMethod', _actionType: 0, _conversationId: 'x', _correlationId: 1, _data: {} };
      window.parent.postMessage(JSON.stringify(forged), '*');
    });
    await page.waitForTimeout(100);
    expect(await page.evaluate(() => window.hostPage.started.stats.requests)).toBe(before);
  });

  test('100,000 cells are written and read in good time', async () => {
    const [written, read, cells] = await pane.evaluate(() =>
      Excel.run(async (context) => {
        const sheet = context.workbook.worksheets.getItem('My sheet');
        const rows = Array.from({ length: 10_000 }, (_, row) => Array.from({ length: 10 }, (__, column) => row * 10 + column));
        const start = performance.now();
        sheet.getRange('A1:J10000').values = rows;
        await context.sync();
        const middle = performance.now();
        const range = sheet.getRange('A1:J10000').load('values');
        await context.sync();
        return [middle - start, performance.now() - middle, range.values.length * range.values[0]!.length];
      }),
    );
    expect(cells).toBe(100_000);
    console.info(`100,000 cells through office.js: written in ${Math.round(written!)} ms, read in ${Math.round(read!)} ms`);
    expect(written! + read!).toBeLessThan(60_000);
  });
});

async function frameOf(page: Page, name: string): Promise<Frame> {
  for (let tries = 0; tries < 1_200; tries++) {
    const frame = page.frames().find((other) => other.url().includes(name));
    if (frame) return frame;
    await page.waitForTimeout(50);
  }
  throw new Error(`No frame ${name} opened.`);
}

/** Bundles one page's script the way the product is bundled, and returns its text. */
async function bundle(entry: string, folder: string, filename: string): Promise<string> {
  const compiler = webpack({
    mode: 'development',
    devtool: false,
    target: ['web', 'es2020'],
    entry,
    output: { path: folder, filename },
    resolve: { extensions: ['.ts', '.js'] },
    module: {
      rules: [
        {
          test: /\.ts$/,
          exclude: /node_modules/,
          loader: 'swc-loader',
          options: { jsc: { parser: { syntax: 'typescript' }, target: 'es2020' } },
        },
      ],
    },
  });
  await new Promise<void>((resolve, reject) =>
    compiler.run((error, stats) => (error || stats?.hasErrors() ? reject(error ?? new Error(stats?.toString('errors-only'))) : resolve())),
  );
  await new Promise((resolve) => compiler.close(resolve));
  return readFile(path.join(folder, filename), 'utf8');
}
