import { Command } from 'commander';
import type { KeptVersion } from '../app/ports/RemoteFile';
import { isAddress } from '../app/catalog/catalogAddress';
import { fail, succeed, type Result } from '../core/Result';
import { Report } from './Report';
import { showControls } from './showControls';
import { ExitStatus, type Terminal } from './Terminal';

const WATCH = { progress: () => undefined, signal: { aborted: false } };

/** The `versions` command; `start` is handed what runs it. */
export function versionsCommand(start: (request: (terminal: Terminal) => Promise<number>) => Promise<void>): Command {
  return new Command('versions')
    .description(
      'Lists the earlier versions that SharePoint or OneDrive keeps of a workbook by itself, to compare with or to take as a base. ' +
        'Those that a catalog lists are shown by “tieout catalog”. Exit status: 0 done, 2 could not read them.',
    )
    .argument('<link>', 'the https address of a workbook in SharePoint, OneDrive or Teams')
    .option('--all', 'list every version')
    .action((link: string, flags: { readonly all?: boolean }) => start((terminal) => runVersions(link, flags, terminal)));
}

async function runVersions(link: string, { all = false }: { readonly all?: boolean }, terminal: Terminal): Promise<number> {
  const found = await versionsOf(link, terminal);
  if (!found.ok) {
    await terminal.complain(`tieout: ${showControls(found.failure.message)}\n`);
    return ExitStatus.Failed;
  }
  const { name, versions } = found.value;
  const report = new Report({ all, colour: terminal.colour });
  report.title(versions.length === 0 ? `${name} has no earlier versions yet` : `Earlier versions of ${name}`);
  report.section('Newest first', versions.map(inWords));
  const [newest] = versions;
  if (newest !== undefined) {
    report.line('');
    report.line(`tieout compare '${link}#@${newest.id}' YOURS.xlsx compares with the first of them.`);
  }
  await terminal.print(report.toString());
  return ExitStatus.Same;
}

async function versionsOf(link: string, { openPlace }: Terminal): Promise<Result<{ name: string; versions: readonly KeptVersion[] }>> {
  if (!isAddress(link)) return fail('usage', 'Give the https address of a workbook in SharePoint, OneDrive or Teams.');
  const place = openPlace(link);
  if (!place.ok) return place;
  const { file } = place.value;
  const versions = await file.versions(WATCH);
  return versions.ok ? succeed({ name: file.name, versions: versions.value }) : versions;
}

function inWords({ id, modified, by, size }: KeptVersion): string {
  const when = modified === null ? '' : `  ${modified.slice(0, 10)} ${modified.slice(11, 16)} UTC`;
  const bytes = size === null ? '' : `  ${size.toLocaleString('en-US')} bytes`;
  return `${id.padEnd(6)}${when}${by === null ? '' : `  ${by}`}${bytes}`;
}
