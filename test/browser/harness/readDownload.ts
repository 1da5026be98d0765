import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Download } from 'playwright-core';

/** The bytes of a file that the user gets. */
export async function readDownload(download: Download): Promise<Uint8Array> {
  // The browser runs in another process, which hands the file over only this way.
  const folder = mkdtempSync(path.join(tmpdir(), 'tieout-download-'));
  try {
    const file = path.join(folder, download.suggestedFilename());
    await download.saveAs(file);
    return new Uint8Array(readFileSync(file));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
