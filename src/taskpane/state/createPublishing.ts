import type { CatalogAccess } from '../../app/catalog/askCatalog';
import type { Finding } from '../../app/catalog/checkOfficial';
import { prepareVersion, type PreparedVersion } from '../../app/catalog/prepareVersion';
import { publish } from '../../app/catalog/publish';
import { readCatalog } from '../../app/catalog/readCatalog';
import { toPublication } from '../../app/catalog/toPublication';
import type { ComparisonEngine } from '../../app/ports/ComparisonEngine';
import type { WorkbookHost } from '../../app/ports/WorkbookHost';
import { findModel } from '../../core/catalog/findModel';
import { nextVersionName } from '../../core/catalog/nextVersionName';
import type { Failure, Result } from '../../core/Result';
import type { Watch } from '../../core/Watch';
import type { Author } from '../PaneServices';
import type { PaneEvent } from './PaneEvent';
import type { PaneState } from './PaneState';
import { afterEdit, type Publishing, type PublishStep, type VersionDraft } from './Publishing';

/** What the owner of an official model can do to publish the open workbook as its next version. */
export interface PublishSteps {
  /** Asks what the version is; misuse where the official model is none of a catalog. */
  start(): void;
  describe(draft: VersionDraft): void;
  /** Checks the workbook as it is and measures what it changes. */
  check(): void;
  /** Agrees that these may be wrong with it. */
  allow(despite: readonly Finding['about'][]): void;
  publish(): void;
  cancel(): void;
  /** Goes back without publishing, or once it was published to a comparison with the new version. */
  leave(): void;
}

interface PublishContext {
  readonly host: Pick<WorkbookHost, 'read' | 'clearHighlight'>;
  readonly engine: Pick<ComparisonEngine, 'measureVersion'>;
  readonly author: Author;
  readonly now: () => number;
  readonly words: {
    readonly reading: string;
    readonly writing: string;
    readonly noFile: string;
    readonly edited: string;
    readonly cancelled: string;
  };
  /** How the catalog of the official model is had. */
  readonly access: () => Result<CatalogAccess> | null;
  readonly state: () => PaneState;
  readonly dispatch: (event: PaneEvent) => void;
  /** Compares with the current version of the official model. */
  readonly compareWithCurrent: () => void;
}

/** The steps of publishing; the workbook's cells are never touched. */
export function createPublishing({
  host,
  engine,
  author,
  now,
  words,
  access,
  state,
  dispatch,
  compareWithCurrent,
}: PublishContext): PublishSteps & {
  /** Somebody edited the workbook. */
  edited(): void;
} {
  let prepared: PreparedVersion | null = null;
  let running: AbortController | null = null;

  const at = () => state().publishing;
  const show = (publishing: Publishing | null) => dispatch({ type: 'publishing', publishing });
  const step = (next: PublishStep, news: Partial<Publishing> = {}) => {
    const publishing = at();
    if (publishing !== null) show({ ...publishing, ...news, step: next });
  };
  const sentence = ({ code, message }: Failure) => (code === 'cancelled' ? words.cancelled : message);

  /** Runs something that can be cancelled; `working` tells how far it is. */
  async function run(
    doing: string,
    working: (work: { doing: string; done: number; cancelling: boolean }) => PublishStep,
    work: (watch: Watch) => Promise<void>,
  ): Promise<void> {
    if (running !== null) return;
    const own = (running = new AbortController());
    const progress = (now: string, done: number) => step(working({ doing: now, done, cancelling: own.signal.aborted }));
    progress(doing, 0);
    try {
      await work({ signal: own.signal, progress });
    } catch (error) {
      step({ at: 'asking', problem: error instanceof Error ? error.message : String(error) });
    } finally {
      running = null;
    }
  }

  async function checkIt(watch: Watch): Promise<void> {
    const failed = (failure: Failure) => step({ at: 'asking', problem: sentence(failure) });
    const opened = access();
    const publishing = at();
    if (opened === null || publishing === null) throw new Error('the official model in use is none of a catalog');
    if (!opened.ok) return failed(opened.failure);
    const { place, sha256 } = opened.value;
    const read = await readCatalog(place, watch);
    if (!read.ok) return failed(read.failure);
    const model = findModel(read.value.catalog, publishing.model.id);
    if (!model.ok) return failed(model.failure);
    // What Tieout marked in the sheets is not to be published.
    if (state().highlight === 'on') await host.clearHighlight();
    watch.progress(words.reading, 0.05);
    const reading = await host.read({ ...watch, progress: () => undefined });
    if (!reading.ok) return failed(reading.failure);
    const book = reading.value;
    if (book.kind !== 'file') return step({ at: 'asking', problem: words.noFile });
    const tools = {
      sha256,
      measure: (version: Parameters<typeof engine.measureVersion>[0]) =>
        engine.measureVersion(version, { ...watch, progress: (doing, done) => watch.progress(doing, 0.2 + 0.8 * done) }),
    };
    const file = { name: book.name, bytes: book.bytes };
    const result = await prepareVersion(place, { before: read.value, model: model.value }, file, tools, {
      ...watch,
      progress: () => undefined,
    });
    if (watch.signal.aborted) return step({ at: 'asking', problem: words.cancelled });
    if (!result.ok) return failed(result.failure);
    prepared = result.value;
    step({ at: 'checked', measured: prepared.measured, despite: [], problem: null }, { model: model.value });
  }

  async function writeIt({ signal, progress }: Watch): Promise<void> {
    const publishing = at();
    const opened = access();
    if (publishing === null || prepared === null || opened?.ok !== true || publishing.step.at !== 'writing') return;
    const {
      draft,
      step: { measured, despite },
    } = publishing;
    const back = (failure: Failure) => step({ at: 'checked', measured, despite, problem: sentence(failure) });
    const said = { version: draft.version.trim(), wrong: draft.wrong.trim(), fixes: draft.fixes.trim(), by: draft.by.trim() };
    const publication = toPublication(prepared, { ...said, at: new Date(now()).toISOString(), despite });
    if (!publication.ok) return back(publication.failure);
    if (publication.value.findings.length > 0) throw new Error('a version with open findings is not to be published');
    const published = await publish(opened.value.place, publication.value, opened.value.sha256, { signal, progress });
    if (!published.ok) return back(published.failure);
    author.rename(said.by);
    step({ at: 'published', title: said.version });
  }

  return {
    start() {
      const { published } = state();
      if (published === null) throw new Error('the official model in use is none of a catalog');
      const draft = { version: nextVersionName(published.model.versions[0]!.version), wrong: '', fixes: '', by: author.name() };
      prepared = null;
      show({ model: published.model, draft, step: { at: 'asking', problem: null } });
    },
    describe(draft) {
      const publishing = at();
      if (publishing !== null) show({ ...publishing, draft });
    },
    check: () => void run(words.reading, (work) => ({ at: 'checking', work }), checkIt),
    allow(despite) {
      const now = at()?.step;
      if (now?.at === 'checked') step({ ...now, despite });
    },
    publish() {
      const now = at()?.step;
      if (now?.at !== 'checked') return;
      const { measured, despite } = now;
      void run(words.writing, (work) => ({ at: 'writing', measured, despite, work }), writeIt);
    },
    cancel: () => running?.abort(),
    leave() {
      const isPublished = at()?.step.at === 'published';
      running?.abort();
      prepared = null;
      show(null);
      if (isPublished) compareWithCurrent();
    },
    edited() {
      const publishing = at();
      if (publishing !== null) show(afterEdit(publishing, words.edited));
    },
  };
}
