import { addVersion, hasVersion } from '../../core/catalog/addVersion';
import type { Catalog } from '../../core/catalog/Catalog';
import { fail, succeed, type Failure, type Result } from '../../core/Result';
import type { Watch } from '../../core/Watch';
import type { RemoteFile } from '../ports/RemoteFile';
import type { RemotePlace } from '../ports/RemotePlace';
import { bytesOfCatalog } from './bytesOfCatalog';
import type { Sha256 } from './fetchVersion';
import { readCatalog } from './readCatalog';
import { readFile } from './readFile';
import type { Publication } from './toPublication';

/** So often somebody else may change other models of the catalog before one gives up. */
const MOST_ATTEMPTS = 10;

/**
 * Publishes a version: its file first, under a name of its own, then the catalog, if that is still as it was read. So whatever goes wrong before
 * the catalog is written leaves the current version current, and of two who publish at once one is told (`overtaken`). Where an answer got lost,
 * what stands there decides; `uncertain` where that cannot be read either. Gives the catalog as it then is.
 */
export async function publish(place: RemotePlace, publication: Publication, sha256: Sha256, watch: Watch): Promise<Result<Catalog>> {
  const { version, bytes, target, findings } = publication;
  if (findings.length > 0) throw new Error('a version with open findings is not to be published');
  const file = place.beside(version.workbook);
  if (!file.ok) return file;
  const stored = await store(file.value, bytes, sha256, version.sha256, watch);
  if (!stored.ok) {
    const now = await readCatalog(place, watch);
    return now.ok ? refused(stored.failure, publication, now.value.catalog) : stays(stored.failure, publication);
  }
  let { catalog, tag } = publication.before;
  for (let attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
    const next = addVersion(catalog, target, version);
    if (!next.ok) return next;
    const whole = bytesOfCatalog(next.value);
    if (!whole.ok) return whole;
    const written = await place.file.write(whole.value, tag, watch);
    const now = await readCatalog(place, watch);
    if (now.ok && hasVersion(now.value.catalog, target.model.id, version)) return succeed(now.value.catalog);
    if (written.ok) return now.ok ? lost(publication, 'it was written, and does not show it') : succeed(next.value);
    if (!now.ok) return now.failure.code === 'not-found' ? stays(written.failure, publication) : lost(publication, written.failure.message);
    if (written.failure.code !== 'changed') return refused(written.failure, publication, now.value.catalog);
    ({ catalog, tag } = now.value);
  }
  return fail(
    'busy',
    `Others keep changing the catalog. ${publication.version.version} was not published${andStays(publication)}. Try again in a minute.`,
  );
}

/** Puts the file there and looks at what arrived; one that is there already with the same bytes is from an attempt that did not end. */
async function store(file: RemoteFile, bytes: Uint8Array, sha256: Sha256, hash: string, watch: Watch): Promise<Result<null>> {
  const written = await file.write(bytes, null, watch);
  if (!written.ok && written.failure.code !== 'changed') return written;
  const read = await readFile(file, watch);
  if (!read.ok) return read;
  if ((await sha256(read.value.bytes)) === hash) return succeed(null);
  return fail('not-stored', `What stands at ${file.name} is not what was sent there.`);
}

/** Whoever held the lock may have published meanwhile: then that is what to say, not that there was a lock. */
function refused(failure: Failure, publication: Publication, now: Catalog): Result<never> {
  const next = addVersion(now, publication.target, publication.version);
  return next.ok ? stays(failure, publication) : next;
}

function stays({ code, message }: Failure, publication: Publication): Result<never> {
  return fail(code, `${publication.version.version} was not published${andStays(publication)}. ${message}`);
}

function andStays({ target: { follows } }: Publication): string {
  return follows === null ? '' : `, and ${follows.version} stays the current version`;
}

function lost({ version }: Publication, why: string): Result<never> {
  return fail(
    'uncertain',
    `It is not known whether the catalog now has ${version.version} (${why}). Whatever version it names is whole. Look at the catalog, and publish again if it is not there.`,
  );
}
