import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** `describe` where LibreOffice is installed; elsewhere a skip that says so, or a failure when TIEOUT_REQUIRE_OUTSIDE is 1. */
export function describeWithLibreOffice(title: string, tests: () => void): void {
  if (findSoffice() !== null) return describe(title, tests);
  if (process.env['TIEOUT_REQUIRE_OUTSIDE'] === '1')
    throw new Error('LibreOffice is required here (TIEOUT_REQUIRE_OUTSIDE=1), and no soffice is on the path');
  console.log(`Skipped: ${title}. LibreOffice (soffice) is not installed.`);
  describe.skip(title, tests);
}

/** Opens files in LibreOffice, which calculates formulas without a stored result, and saves them as .xlsx under the same names in `folder`. */
export function resaveWithLibreOffice(files: readonly string[], folder: string): void {
  const profile = mkdtempSync(join(tmpdir(), 'tieout-soffice-'));
  try {
    const options = [`-env:UserInstallation=file://${profile}`, '--headless', '--convert-to', 'xlsx', '--outdir', folder];
    execFileSync(findSoffice()!, [...options, ...files], { stdio: 'ignore', timeout: 300_000 });
  } finally {
    rmSync(profile, { recursive: true, force: true });
  }
}

function findSoffice(): string | null {
  const folders = (process.env['PATH'] ?? '').split(':');
  return folders.map((folder) => join(folder, 'soffice')).find((file) => existsSync(file)) ?? null;
}
