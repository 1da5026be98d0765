import { askCatalog, type CatalogAccess, type KnownCatalog } from '../../app/catalog/askCatalog';
import { linkedCatalog } from '../../app/catalog/catalogAddress';
import { closestVersions, type VersionFit } from '../../app/catalog/closestVersions';
import { isCatalog } from '../../app/catalog/isCatalog';
import { openVersion } from '../../app/catalog/openVersion';
import { readFile } from '../../app/catalog/readFile';
import type { OfficialSource } from '../../app/compareOpenWorkbook';
import type { ComparisonEngine } from '../../app/ports/ComparisonEngine';
import type { ModelFile } from '../../app/ports/ModelSource';
import type { CatalogModel, CatalogVersion } from '../../core/catalog/Catalog';
import { findModel } from '../../core/catalog/findModel';
import { succeed, type Failure, type Result } from '../../core/Result';
import type { Watch } from '../../core/Watch';
import type { CatalogEntry, Catalogs, Official } from '../PaneServices';
import type { PaneEvent } from './PaneEvent';
import type { PaneState } from './PaneState';
import { watchVersions } from './watchVersions';

/** What the user can do with the catalog of official models. */
export interface CatalogSteps {
  /** Reads a catalog and lists its models; where the link names one, that becomes the official model. */
  list(link: string): void;
  /** Makes a model of the catalog that is listed the official model, and compares. */
  pick(id: string): void;
  /** Compares with a version of the official model; null is the current one, whichever that is by then. */
  compareWith(version: string | null): void;
  /** How much lies between each version and the compared workbook, as `closestVersions` gives it; misuse without a comparison with a catalog's model. */
  closest(watch: Watch): Promise<Result<readonly VersionFit[]>>;
  /** Compares again, with a version of the official model as the one that yours was made from. */
  compareSince(version: string): void;
  /** Stops reading a catalog. */
  cancel(): void;
  /** Asks a place again that was away. */
  tryAgain(): void;
}

/** The same, and what the pane's own steps need of it. */
interface Catalog extends CatalogSteps {
  /** Opens what a link leads to whose name does not say: a catalog is listed, anything else is the official model that is compared with. */
  tell(link: string, official: Official): void;
  /** The model that the open workbook remembers; null where it remembers none, or one at an address that cannot be used. */
  remembered(): Official | null;
  /** Asks the catalog that the open workbook remembers what is new. */
  start(): void;
  close(): void;
  /** How the catalog of the official model is had; null where it comes from none. */
  access(): Result<CatalogAccess> | null;
  /** Reads the catalog that is named for this add-in when one is to be chosen. */
  wake(): void;
}

interface CatalogContext {
  readonly catalogs: Catalogs;
  readonly engine: Pick<ComparisonEngine, 'measure'>;
  readonly words: { readonly asking: string };
  readonly state: () => PaneState;
  readonly dispatch: (event: PaneEvent) => void;
  /** Makes it the official model and compares. */
  readonly choose: (official: Official) => void;
  /** Compares with the official model in use. */
  readonly compare: () => void;
  /** Compares with it, and with this as what yours was made from. */
  readonly compareSince: (base: Official) => void;
  readonly fail: (failure: Failure) => void;
}

const SILENT: Watch = { progress: () => undefined, signal: { aborted: false } };

/** The catalogs that official models come from. */
export function createCatalog({ catalogs, engine, words, state, dispatch, choose, compare, compareSince, fail }: CatalogContext): Catalog {
  const known = new Map<string, KnownCatalog>();
  let reading: AbortController | null = null;

  async function askAt(access: CatalogAccess, watch: Watch): Promise<Result<KnownCatalog>> {
    watch.progress(words.asking, 0);
    const asked = await askCatalog(access, known.get(access.address) ?? null, watch);
    if (asked.ok) known.set(access.address, asked.value);
    return asked;
  }

  /** `quietly`: that its place is away is no news where something is known of it. */
  async function askModel(access: CatalogAccess, id: string, watch: Watch, quietly = false): Promise<Result<CatalogModel>> {
    const asked = await askAt(access, watch);
    if (!asked.ok) return asked;
    const { catalog, at, away } = asked.value;
    const model = findModel(catalog, id);
    if (model.ok && !(quietly && away !== null && state().published !== null)) {
      const news = { model: model.value, askedAt: at, away: away !== null };
      dispatch({ type: 'published', address: access.address, news });
    }
    return model;
  }

  function officialOf(access: CatalogAccess, { address, id, title }: CatalogEntry, version: string | null): Official {
    const key = `${address}#${id}${version === null ? '' : `@${version}`}`;
    const ask = (watch: Watch) => askModel(access, id, watch);
    return {
      choice: { key, title, version, publishedAt: null, place: { kind: 'catalog', name: address, model: id } },
      ask,
      source: {
        async open(watch) {
          const now = known.get(address);
          const model = now === undefined ? await ask(watch) : findModel(now.catalog, id);
          if (!model.ok) return model;
          const opened = await openVersion(access, model.value, version, watch);
          if (!opened.ok) return opened;
          const { file, away, ...of } = opened.value;
          dispatch({ type: 'versionOpened', key, opened: { ...of, away: away !== null } });
          return succeed(file);
        },
      },
    };
  }

  function adopt(entry: CatalogEntry, version: string | null): void {
    const access = catalogs.open(entry.address);
    if (access.ok) choose(officialOf(access.value, entry, version));
    else fail(access.failure);
  }

  async function list(link: string): Promise<void> {
    const asked = linkedCatalog(link);
    const access = catalogs.open(asked?.address ?? link);
    if (!access.ok) return fail(access.failure);
    const { address } = access.value;
    reading?.abort();
    const own = (reading = new AbortController());
    dispatch({ type: 'catalogListed', listing: { address, at: 'reading' } });
    const read = await askAt(access.value, { signal: own.signal, progress: () => undefined });
    if (reading !== own) return;
    reading = null;
    const wanted = read.ok && asked !== null && asked.model !== null ? findModel(read.value.catalog, asked.model) : null;
    const failed = !read.ok ? read : wanted?.ok === false ? wanted : null;
    if (failed !== null) return dispatch({ type: 'catalogListed', listing: { address, at: 'failed', message: failed.failure.message } });
    if (!read.ok) return;
    const { catalog, at, away } = read.value;
    dispatch({ type: 'catalogListed', listing: { address, at: 'there', catalog, askedAt: at, away: away !== null } });
    if (wanted?.ok === true) adopt({ address, id: wanted.value.id, title: wanted.value.title }, asked?.version ?? null);
  }

  async function tell(link: string, official: Official): Promise<void> {
    const access = catalogs.open(linkedCatalog(link)?.address ?? link);
    if (!access.ok) return choose(official);
    const { address, place } = access.value;
    reading?.abort();
    const own = (reading = new AbortController());
    const { listing } = state();
    const before = listing?.at === 'reading' || listing?.at === 'opening' ? null : listing;
    dispatch({ type: 'catalogListed', listing: { address, at: 'opening' } });
    const read = await readFile(place.file, { signal: own.signal, progress: () => undefined });
    if (reading !== own) return;
    reading = null;
    if (read.ok && isCatalog(read.value.bytes)) return list(link);
    dispatch({ type: 'catalogListed', listing: before });
    if (!read.ok) return own.signal.aborted ? undefined : fail(read.failure);
    choose({ ...official, source: openedOnce(official.source, { name: place.file.name, bytes: read.value.bytes }) });
  }

  const entry = (): CatalogEntry | null => {
    const { official } = state();
    return official?.place.kind === 'catalog' ? { address: official.place.name, id: official.place.model, title: official.title } : null;
  };

  /** Whether the catalog of the official model answered when it was asked what is new. */
  async function ask(quietly: boolean): Promise<boolean> {
    const now = entry();
    const access = now && catalogs.open(now.address);
    if (access?.ok !== true) return false;
    const asked = await askModel(access.value, now!.id, SILENT, quietly);
    return asked.ok && known.get(now!.address)?.away === null;
  }

  /** The catalog's model in use; misuse where there is none. */
  function inUse(): { readonly access: CatalogAccess; readonly model: CatalogModel; readonly entry: CatalogEntry } {
    const now = entry();
    const access = now && catalogs.open(now.address);
    const { published } = state();
    if (access?.ok !== true || published === null) throw new Error('the official model in use is none of a catalog');
    return { access: access.value, model: published.model, entry: now! };
  }

  /** At the start only what this computer was led to before is asked, or what whoever set up the add-in named: a workbook may come from anyone. */
  async function askAtStart(): Promise<void> {
    const now = entry();
    const access = now && catalogs.open(now.address);
    if (access?.ok !== true) return;
    const isKnown = access.value.address === catalogs.named || (await access.value.fetched.catalog(access.value.address)) !== null;
    if (isKnown) await ask(true);
  }

  const watching = watchVersions({
    wakes: catalogs.wakes,
    follows: () => entry() !== null && state().published !== null,
    ask: () => ask(true),
  });

  return {
    list: (link) => void list(link),
    tell: (link, official) => void tell(link, official),
    pick(id) {
      const { listing } = state();
      const model = listing?.at === 'there' ? listing.catalog.models.find((one) => one.id === id) : undefined;
      if (model !== undefined) adopt({ address: listing!.address, id, title: model.title }, null);
    },
    compareWith(version) {
      const now = entry();
      if (now !== null) adopt(now, version);
    },
    async closest(watch) {
      const { access, model } = inUse();
      const fetch = async ({ version }: CatalogVersion): Promise<Result<ModelFile>> => {
        const opened = await openVersion(access, model, version, { ...watch, progress: () => undefined });
        return opened.ok ? succeed(opened.value.file) : opened;
      };
      return closestVersions(model, { fetch, measure: (file, how) => engine.measure(file, how) }, watch);
    },
    compareSince(version) {
      const { access, entry: now } = inUse();
      const { choice, ...base } = officialOf(access, now, version);
      compareSince({ ...base, choice: { ...choice, title: `${now.title} ${version}` } });
    },
    cancel: () => reading?.abort(),
    tryAgain: () => void (state().stage.at === 'review' ? compare() : ask(false)),
    remembered() {
      const remembered = catalogs.remembered();
      const access = remembered && catalogs.open(remembered.address);
      return access?.ok === true ? officialOf(access.value, remembered!, null) : null;
    },
    start: () => void askAtStart(),
    close: () => watching.close(),
    access() {
      const now = entry();
      return now && catalogs.open(now.address);
    },
    wake() {
      watching.wake();
      const { stage, listing } = state();
      if (stage.at === 'choosing' && listing === null && catalogs.named !== null) void list(catalogs.named);
    },
  };
}

/** A source whose file was read already, which is then opened anew each time. */
function openedOnce(source: OfficialSource, read: ModelFile): OfficialSource {
  let held: ModelFile | null = read;
  return {
    async open(watch) {
      const first = held;
      held = null;
      if (first !== null) return succeed(first);
      if (!('open' in source)) throw new Error('what a link leads to can be opened');
      return source.open(watch);
    },
  };
}
