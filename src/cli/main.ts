import { createHash, randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { userInfo } from 'node:os';
import { checkStoredResults } from '../adapters/calculation/checkStoredResults';
import { combineModels } from '../adapters/calculation/combineModels';
import { createComputedReads } from '../adapters/calculation/createComputedReads';
import { packer } from '../adapters/storage/pack/packer';
import { applyToFile } from '../adapters/xlsx/applyToFile';
import { createFileMemory } from '../adapters/xlsx/createFileMemory';
import { readWorkbook } from '../adapters/xlsx/readWorkbook';
import { isSameFile, writeWhole } from './files';
import { environmentCredentials } from './environmentCredentials';
import { openPlace } from './openPlace';
import { run } from './run';

const { stdout, stderr } = process;

// `tieout … | head` closes the pipe early: that is no error.
for (const stream of [stdout, stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
    process.exit();
  });
}

const credentials = environmentCredentials(process.env);

process.exitCode = await run(process.argv.slice(2), {
  readFile: (path) => readFile(path),
  writeFile: writeWhole,
  isSameFile,
  openPlace: (address) => openPlace(address, credentials),
  sha256: async (bytes) => createHash('sha256').update(bytes).digest('hex'),
  readWorkbook,
  editFile: applyToFile,
  openMemory: createFileMemory,
  packer,
  computedReads: createComputedReads,
  calculator: { combine: combineModels },
  checkResults: checkStoredResults,
  now: () => performance.now(),
  clock: () => new Date().toISOString(),
  user: () => {
    try {
      return userInfo().username;
    } catch {
      // In a container whoever is signed in may have no name.
      return '';
    }
  },
  newId: () => randomUUID().slice(0, 8),
  // Resolves when the text is on its way, so that nothing is lost when the process ends.
  print: (text) => new Promise((resolve) => stdout.write(text, () => resolve())),
  complain: (text) => new Promise((resolve) => stderr.write(text, () => resolve())),
  colour: stdout.isTTY === true && process.env.NO_COLOR === undefined,
});
