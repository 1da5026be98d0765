import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Script, createContext } from 'node:vm';
import type { HostBook } from '../../src/workbench/book/HostBook';
import { OfficeHost } from '../../src/workbench/protocol/OfficeHost';
import { PaneConnection } from '../../src/workbench/protocol/PaneConnection';
import { paneAppContext, paneWindowName } from '../../src/workbench/protocol/paneWindow';
import { giveNotes } from './giveNotes';

const OFFICE_JS = join(process.cwd(), 'node_modules/@microsoft/office-js/dist');
const ORIGIN = 'https://localhost';
const DOCUMENT_URL = 'https://tieout.invalid/Book1.xlsx';
const scripts = new Map<string, Script>();

/** A book opened in the played Excel, with Microsoft's unmodified office.js talking to it, all in Node. */
export interface ExcelSession {
  readonly book: HostBook;
  readonly host: OfficeHost;
  /** Puts another book in the place of this one, in an Excel with none of what was planned to go wrong; office.js goes on as it is. */
  readonly reopen: (book: HostBook) => void;
  /** Waits until all messages on the way, events among them, have arrived. */
  readonly idle: () => Promise<void>;
  readonly close: () => void;
}

export interface ExcelSessionOptions {
  /** The file's bytes; without them `getFileAsync` is refused. */
  readonly fileBytes?: () => Promise<Uint8Array>;
  /** Whether Excel and its library are new enough to change notes (ExcelApi 1.18), which the library at hand is not. */
  readonly notes?: boolean;
}

/**
 * Opens the book for office.js and sets the globals `Excel`, `Office` and `OfficeExtension` as a task pane has them. office.js runs in
 * a window of its own made of the few things it needs, and every call goes through the real messages. Close it before opening another.
 */
export async function openExcel(book: HostBook, options: ExcelSessionOptions = {}): Promise<ExcelSession> {
  let open = book;
  let host = hostOf(book, options);
  const identity = { conversationId: 'tieout', controlId: 'pane', hostOrigin: ORIGIN, locale: 'en-US', isDialog: false };
  const timers = new Set<NodeJS.Timeout>();
  const later = (run: () => void, delay = 0): NodeJS.Timeout => {
    const timer = setTimeout(() => {
      timers.delete(timer);
      run();
    }, delay);
    timers.add(timer);
    return timer;
  };
  let onMessage: ((event: unknown) => void) | undefined;
  let travelling = 0;
  const travel = (run: () => void) => {
    travelling++;
    setImmediate(() => {
      travelling--;
      run();
    });
  };
  const parent = { postMessage: (text: unknown) => travel(() => void connection.receive(text)) };
  const connection = new PaneConnection(
    identity.conversationId,
    ORIGIN,
    (text) => travel(() => onMessage?.({ data: text, origin: ORIGIN, source: parent })),
    {
      execute: (data) => host.execute(data),
      appContext: () => paneAppContext(identity, DOCUMENT_URL, host.settings, open.readOnly),
      onRegister: () => undefined,
      onUnregister: () => undefined,
      onNotify: () => undefined,
      onUnknown: (action) => host.stats.unknownCalls.push(action),
    },
  );
  const hearHost = () => void (host.fire = (event, data) => connection.fire(event, data));
  hearHost();
  const pane = paneWindowOf(paneWindowName(identity), parent, later, timers, (listener) => (onMessage = listener));
  run('office.js', pane);
  const office = pane['Office'] as typeof Office;
  await office.onReady();
  const globals = globalThis as unknown as Record<string, unknown>;
  for (const name of ['Excel', 'Office', 'OfficeExtension']) globals[name] = pane[name];
  if (options.notes) giveNotes();
  const idle = async () => {
    do await new Promise((resolve) => setTimeout(resolve, 1));
    while (travelling > 0);
  };
  return {
    get book() {
      return open;
    },
    get host() {
      return host;
    },
    reopen: (other) => {
      host.dispose();
      open = other;
      host = hostOf(other, options);
      hearHost();
    },
    idle,
    close: () => {
      connection.close();
      host.dispose();
      for (const timer of timers) clearTimeout(timer);
      for (const name of ['Excel', 'Office', 'OfficeExtension']) delete globals[name];
    },
  };
}

function hostOf(book: HostBook, options: ExcelSessionOptions): OfficeHost {
  const fileBytes = options.fileBytes ?? (() => Promise.reject(new Error('No file')));
  const host = new OfficeHost({ book, documentUrl: DOCUMENT_URL, fileBytes });
  if (!options.fileBytes) host.faults.fileRefused = true;
  return host;
}

/** Runs `work` with the book open in Excel, and closes it whatever happens. */
export async function withExcel<T>(
  book: HostBook,
  work: (session: ExcelSession) => Promise<T>,
  options: ExcelSessionOptions = {},
): Promise<T> {
  const session = await openExcel(book, options);
  try {
    return await work(session);
  } finally {
    session.close();
  }
}

type PaneWindow = Record<string, unknown>;

function paneWindowOf(
  name: string,
  parent: unknown,
  later: (run: () => void, delay?: number) => NodeJS.Timeout,
  timers: Set<NodeJS.Timeout>,
  listen: (listener: (event: unknown) => void) => void,
): PaneWindow {
  const url = `${ORIGIN}/taskpane.html`;
  const location = {
    protocol: 'https:',
    host: 'localhost',
    hostname: 'localhost',
    port: '',
    origin: ORIGIN,
    href: url,
    pathname: '/taskpane.html',
    search: '',
    hash: '',
  };
  const silent = { log() {}, info() {}, warn() {}, error() {}, debug() {} };
  const cancel = (timer: NodeJS.Timeout | undefined) => {
    if (timer) timers.delete(timer);
    clearTimeout(timer);
  };
  const every = (run: () => void, delay: number) => {
    const timer = setInterval(run, delay);
    timers.add(timer);
    return timer;
  };
  const pane: PaneWindow = {
    name,
    parent,
    top: parent,
    location,
    console: silent,
    performance,
    TextEncoder,
    URL,
    queueMicrotask,
    history: {},
  };
  Object.assign(pane, {
    setTimeout: later,
    clearTimeout: cancel,
    setInterval: every,
    clearInterval: cancel,
    navigator: { userAgent: 'Node', language: 'en-US', platform: '' },
    localStorage: storage(),
    sessionStorage: storage(),
    addEventListener: (type: string, listener: (event: unknown) => void) => void (type === 'message' && listen(listener)),
    removeEventListener: () => undefined,
    document: documentOf(location, (file, loaded) => {
      run(file, pane);
      later(loaded);
    }),
  });
  // So that `instanceof Error` and equality of plain data hold outside the pane's realm too.
  Object.assign(pane, { Error, JSON, Promise });
  for (const self of ['window', 'self']) pane[self] = pane;
  createContext(pane);
  return pane;
}

function documentOf(location: { readonly href: string }, load: (file: string, loaded: () => void) => void): Record<string, unknown> {
  const script = { src: `${ORIGIN}/office/office.js`, getAttribute: () => null, attributes: {} };
  const head = {
    appendChild: (element: { readonly src?: string; readonly onload?: () => void }) => {
      if (element.src) load(element.src.replace(`${ORIGIN}/office/`, ''), () => element.onload?.());
    },
  };
  const elements: Readonly<Record<string, readonly unknown[]>> = { script: [script], head: [head] };
  return {
    domain: 'localhost',
    readyState: 'complete',
    URL: location.href,
    location,
    referrer: '',
    currentScript: script,
    head,
    body: { appendChild: () => undefined, style: {} },
    documentElement: { lang: 'en' },
    addEventListener: () => undefined,
    removeEventListener: () => undefined,
    querySelectorAll: () => [],
    getElementsByTagName: (tag: string) => elements[tag] ?? [],
    createElement: (tag: string) =>
      tag === 'a' ? linkElement() : { style: {}, setAttribute: () => undefined, appendChild: () => undefined },
  };
}

/** office.js takes addresses apart by means of a link. */
function linkElement(): unknown {
  let url = new URL(ORIGIN);
  const link = {};
  Object.defineProperty(link, 'href', { get: () => url.href, set: (href: string) => (url = new URL(href, ORIGIN)) });
  for (const part of ['protocol', 'host', 'hostname', 'port', 'pathname', 'search', 'hash'] as const) {
    Object.defineProperty(link, part, { get: () => url[part] });
  }
  return link;
}

function storage(): unknown {
  const items = new Map<string, string>();
  return {
    getItem: (key: string) => items.get(key) ?? null,
    setItem: (key: string, value: string) => void items.set(key, value),
    removeItem: (key: string) => void items.delete(key),
    key: (index: number) => [...items.keys()][index] ?? null,
    clear: () => items.clear(),
    get length() {
      return items.size;
    },
  };
}

function run(file: string, pane: PaneWindow): void {
  let script = scripts.get(file);
  if (!script) {
    const path = join(OFFICE_JS, file);
    scripts.set(file, (script = new Script(readFileSync(path, 'utf8'), { filename: path })));
  }
  script.runInContext(pane as object as import('node:vm').Context);
}
