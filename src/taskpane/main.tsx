/** Wires the pane: Excel, the worker, the sources of official models and Office's theme. */
import type { Theme } from '@fluentui/react-components';
import { createRoot } from 'react-dom/client';
import { z } from 'zod';
import { createExcelMemory } from '../adapters/excel/createExcelMemory';
import { createExcelHost } from '../adapters/excel/createExcelHost';
import { createInterruptedRuns } from '../adapters/excel/createInterruptedRuns';
import { signInOf } from '../adapters/identity/signInOf';
import { packer } from '../adapters/storage/pack/packer';
import { fileSource } from '../adapters/sources/fileSource';
import { handleSource } from '../adapters/sources/handleSource';
import { linkPlace } from '../adapters/sources/linkPlace';
import { linkSource, parseLink, versionSource } from '../adapters/sources/linkSource';
import { keepsVersions, placeOf } from '../adapters/sources/placeOf';
import { fetchedFiles } from '../adapters/storage/fetchedFiles';
import { fileHandles, type FileHandles } from '../adapters/storage/fileHandles';
import { readOfficialFile, writeOfficialFile } from '../adapters/storage/officialFileSetting';
import { readAuthor, writeAuthor } from '../adapters/storage/authorSetting';
import { readHeadlineSetting, writeHeadlineSetting } from '../adapters/storage/headlineSetting';
import { readOfficialSetting, writeOfficialSetting } from '../adapters/storage/officialSetting';
import { readToleranceSetting, writeToleranceSetting } from '../adapters/storage/toleranceSetting';
import type { Credentials } from '../app/ports/Credentials';
import type { ModelSource } from '../app/ports/ModelSource';
import type { WorkbookHost } from '../app/ports/WorkbookHost';
import type { EqualWithin } from '../core/compare/EqualWithin';
import type { HeadlineChoice } from '../core/headlines/HeadlineChoice';
import { succeed } from '../core/Result';
import { createEngine } from '../worker/createEngine';
import { chooseTheme } from './chooseTheme';
import type { Catalogs, KeptVersions, Official, Officials, Wakes } from './PaneServices';
import { keepKeys } from './keepKeys';
import { createPane } from './state/createPane';
import { createStrings } from './strings';
import { App } from './views/App';
import { watchTheme } from './watchTheme';

// The page's security policy lets nothing be compiled from text, which zod would otherwise try.
z.config({ jitless: true });

void Office.onReady().then(async () => {
  const locale = Office.context.contentLanguage || navigator.language;
  const host = createExcelHost(packer);
  const engine = createEngine(() => new Worker(new URL('../worker/main.ts', import.meta.url)), locale);
  const strings = createStrings(locale);
  const headlines = {
    remembered: () => readHeadlineSetting(host),
    remember: (choice: HeadlineChoice) => writeHeadlineSetting(host, choice),
  };
  const tolerance = {
    remembered: () => readToleranceSetting(host),
    remember: (within: EqualWithin, usual: EqualWithin) => writeToleranceSetting(host, within, usual),
  };
  const records = {
    memory: createExcelMemory(),
    packer,
    author: { name: () => readAuthor(window.localStorage), rename: (name: string) => writeAuthor(window.localStorage, name) },
    newId: () => crypto.randomUUID(),
    saveFile,
  };
  const credentials = signInOf(window);
  const now = () => Date.now();
  const files = fileHandles();
  const setting = readOfficialFile(host);
  // On another computer than the one where it was picked there is none.
  const handle = setting && (await files.find(setting.id));
  const known = setting && handle && fileOfficial(setting.title, setting.id, handle.name, handleSource(handle));
  const [officials, catalogs] = [officialsOf(host, credentials, { files, known, now }), catalogsOf(host, credentials, now)];
  const pane = createPane({ host, engine, officials, catalogs, headlines, tolerance, records, now }, strings);
  keepKeys(document);
  window.addEventListener('pagehide', () => pane.close());

  const root = createRoot(document.getElementById('pane')!);
  const value = { pane, strings, locale, interrupted: createInterruptedRuns(packer) };
  const dark = window.matchMedia('(prefers-color-scheme: dark)');
  const draw = (theme: Theme) => root.render(<App value={value} theme={theme} />);
  watchTheme({ systemScheme: dark, window, document }, () => themeNow(dark.matches), draw);
  draw(themeNow(dark.matches));
});

function themeNow(systemIsDark: boolean): Theme {
  // Excel on the web has no office theme to tell.
  const officeBackground = (Office.context.officeTheme as Office.OfficeTheme | undefined)?.bodyBackgroundColor;
  return chooseTheme({ officeBackground, hash: window.location.hash, systemIsDark });
}

/** Files of this computer that are read again, and the one that the open workbook remembers. */
interface KnownFiles {
  readonly files: FileHandles;
  readonly known: Official | null;
  readonly now: () => number;
}

function officialsOf(host: WorkbookHost, credentials: Credentials | null, { files, known, now }: KnownFiles): Officials {
  return {
    remembered() {
      const setting = readOfficialSetting(host);
      if (setting === null) return known;
      if (setting.model !== undefined) return null;
      const url = parseLink(setting.url, window.location.href);
      if (!url.ok) return null;
      const { title, version = null, publishedAt = null } = setting;
      return linkOfficial(url.value, { title, version, publishedAt }, credentials);
    },
    fromFile(file, handle) {
      const id = crypto.randomUUID();
      const title = titleOf(file.name);
      if (handle === null) return fileOfficial(title, id, file.name, fileSource(file), false);
      void files.keep(id, handle, now());
      return fileOfficial(title, id, file.name, handleSource(handle));
    },
    fromLink(link) {
      const url = parseLink(link, null);
      if (!url.ok) return url;
      const { pathname, host: site } = url.value;
      const title = titleOf(plainName(pathname)) || site;
      return succeed(linkOfficial(url.value, { title, version: null, publishedAt: null }, credentials));
    },
    ownVersions: () => ownVersions(Office.context.document.url, credentials),
    remember({ title, place }) {
      if (place.kind !== 'file')
        return writeOfficialSetting(host, { title, url: place.name, ...(place.kind === 'catalog' && { model: place.model }) });
      // What everyone compares with stays what the workbook remembers, whatever file somebody looks at once.
      if (place.id === null || readOfficialSetting(host) !== null) return Promise.resolve(succeed(null));
      return writeOfficialFile(host, { title, id: place.id });
    },
  };
}

/** The official model in a file of this computer. */
function fileOfficial(title: string, id: string, name: string, source: ModelSource, isKept = true): Official {
  return {
    choice: { key: `file ${id}`, title, version: null, publishedAt: null, place: { kind: 'file', name, id: isKept ? id : null } },
    source,
  };
}

/** The official model behind a link, and the versions that its store keeps of it. */
function linkOfficial(
  url: URL,
  about: Pick<Official['choice'], 'title' | 'version' | 'publishedAt'>,
  credentials: Credentials | null,
): Official {
  const { href } = url;
  const now = {
    choice: { ...about, key: href, place: { kind: 'link', name: href } },
    source: linkSource(url, { credentials }),
  } as const;
  if (!keepsVersions(url)) return now;
  const { file } = placeOf(url, { credentials });
  const kept: KeptVersions = {
    list: (watch) => file.versions(watch),
    open(version) {
      if (version === null) return { ...now, kept };
      const choice = { ...now.choice, key: `${href}#@${version.id}`, version: version.id, publishedAt: version.modified };
      return { choice, source: versionSource(file, version.id), kept };
    },
  };
  return { ...now, kept };
}

/** The versions that its store keeps of the workbook at an address; null where that is none that does. */
function ownVersions(address: string | undefined, credentials: Credentials | null): KeptVersions | null {
  const parsed = parseLink(address ?? '', null);
  if (!parsed.ok || !keepsVersions(parsed.value)) return null;
  const url = parsed.value;
  const { file } = placeOf(url, { credentials });
  const title = titleOf(plainName(url.pathname));
  return {
    list: (watch) => file.versions(watch),
    open: (version) => ({
      choice: {
        key: `own ${version?.id ?? ''}`,
        title,
        version: version?.id ?? null,
        publishedAt: null,
        place: { kind: 'own', name: file.name },
      },
      source: version === null ? linkSource(url, { credentials }) : versionSource(file, version.id),
      isOwn: true,
    }),
  };
}

const wakes: Wakes = {
  after(milliseconds, work) {
    const timer = setTimeout(work, milliseconds);
    return () => clearTimeout(timer);
  },
  isVisible: () => document.visibilityState === 'visible',
  onVisible(listener) {
    const hear = () => document.visibilityState === 'visible' && listener();
    document.addEventListener('visibilitychange', hear);
    return () => document.removeEventListener('visibilitychange', hear);
  },
};

function catalogsOf(host: WorkbookHost, credentials: Credentials | null, now: () => number): Catalogs {
  const fetched = fetchedFiles(sha256);
  const base = window.location.href;
  return {
    wakes,
    // Whoever sets up the add-in names it in the manifest, behind the pane's address.
    named: new URLSearchParams(window.location.search).get('catalog') || null,
    remembered() {
      const setting = readOfficialSetting(host);
      return setting?.model === undefined ? null : { address: setting.url, id: setting.model, title: setting.title };
    },
    open(address) {
      const opened = linkPlace(address, { base, way: 'Take it out of the link.', credentials });
      return opened.ok ? succeed({ address: opened.value.url.href, place: opened.value.place, fetched, sha256, now }) : opened;
    },
  };
}

async function sha256(bytes: Uint8Array): Promise<string> {
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes as BufferSource));
  return [...hash].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** Hands a file over as the browser does: to where downloads go. */
function saveFile(name: string, text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // Some browsers begin to read it later.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

/** A file's name without its ending. */
function titleOf(name: string): string {
  return name.replace(/\.xl\w{2,3}$/i, '');
}

function plainName(pathname: string): string {
  const last = pathname.split('/').pop() ?? '';
  try {
    return decodeURIComponent(last);
  } catch {
    return last;
  }
}
