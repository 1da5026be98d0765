import { checkStoredResults } from '../../src/adapters/calculation/checkStoredResults';
import { combineModels } from '../../src/adapters/calculation/combineModels';
import { createComputedReads } from '../../src/adapters/calculation/createComputedReads';
import { packer } from '../../src/adapters/storage/pack/packer';
import { applyToFile } from '../../src/adapters/xlsx/applyToFile';
import { createFileMemory } from '../../src/adapters/xlsx/createFileMemory';
import { readWorkbook } from '../../src/adapters/xlsx/readWorkbook';
import { run } from '../../src/cli/run';
import type { Terminal } from '../../src/cli/Terminal';
import { succeed } from '../../src/core/Result';
import { heldPlace } from './heldPlace';
import { sha256 } from './sha256';

/** Times and ids never come again. */
let ids = 0;

/** Runs a command over files held in memory, which it may write, as all that has an address is unless `openPlace` says otherwise; arguments with spaces are given as a list. */
export async function inTerminal(
  line: string | readonly string[],
  files: Record<string, Uint8Array>,
  openPlace: Terminal['openPlace'] = (address) => succeed(heldPlace(files, address.replace(/^https:\/\/models\.example\//, ''))),
): Promise<{ status: number; out: string; err: string }> {
  let out = '';
  let err = '';
  const status = await run(typeof line === 'string' ? line.split(' ') : line, {
    readFile: async (path) => {
      const bytes = files[path];
      if (bytes === undefined) throw Object.assign(new Error('no such file'), { code: 'ENOENT' });
      return bytes;
    },
    writeFile: async (path, bytes) => {
      if (path.startsWith('missing/')) throw Object.assign(new Error('no such folder'), { code: 'ENOENT' });
      files[path] = bytes;
    },
    isSameFile: async (path, other) => path === other,
    openPlace,
    sha256,
    readWorkbook,
    editFile: applyToFile,
    openMemory: createFileMemory,
    packer,
    computedReads: createComputedReads,
    calculator: { combine: combineModels },
    checkResults: checkStoredResults,
    now: () => 0,
    clock: () => new Date(Date.UTC(2026, 10, 22, 0, 0, ++ids)).toISOString(),
    user: () => 'asha',
    newId: () => `id${++ids}`,
    print: async (text) => void (out += text),
    complain: async (text) => void (err += text),
    colour: false,
  });
  return { status, out, err };
}
