import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** LibreOffice trusts results that Excel stored unless told to calculate always (0). */
const CALCULATE_ALWAYS = `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
</oor:items>`;

/** `describe` where LibreOffice is installed; elsewhere a skip that says so, or a failure when TIEOUT_REQUIRE_OUTSIDE is 1. */
export function describeWithLibreOffice(title: string, tests: () => void): void {
  if (findSoffice() !== null) return describe(title, tests);
  if (process.env['TIEOUT_REQUIRE_OUTSIDE'] === '1')
    throw new Error('LibreOffice is required here (TIEOUT_REQUIRE_OUTSIDE=1), and no soffice is on the path');
  console.log(`Skipped: ${title}. LibreOffice (soffice) is not installed.`);
  describe.skip(title, tests);
}

/** Opens files in LibreOffice, which calculates all their formulas afresh, and saves them as .xlsx under the same names in `folder`. */
export function resaveWithLibreOffice(files: readonly string[], folder: string): void {
  const profile = mkdtempSync(join(tmpdir(), 'tieout-soffice-'));
  try {
    mkdirSync(join(profile, 'user'));
    writeFileSync(join(profile, 'user', 'registrymodifications.xcu'), CALCULATE_ALWAYS);
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
