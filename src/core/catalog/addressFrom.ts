import { fail, succeed, type Result } from '../Result';

const MOST_LETTERS = 1_000;
// A file's name would hide where it leads, or end a line of a message.
const UNUSABLE = /[\\/\u0000-\u001f\u007f]/;

/**
 * Where an address that a catalog gives leads to: the names of folders and of the file, from the root that the catalog's own names begin
 * at. Only what is said relative to the catalog is followed, and never above that root.
 */
export function addressFrom(catalog: readonly string[], address: string): Result<readonly string[]> {
  if (address.length > MOST_LETTERS || address.trim() !== address || /^[a-z][a-z0-9+.-]*:/i.test(address) || /^\/\/|[\\?#]/.test(address))
    return elsewhere(address);
  const names = address.startsWith('/') ? [] : catalog.slice(0, -1);
  const parts = address.replace(/^\//, '').split('/');
  for (const [at, part] of parts.entries()) {
    const name = decode(part);
    if (name === null || UNUSABLE.test(name)) return elsewhere(address);
    if (name === '..' && names.length === 0) return elsewhere(address);
    const isFile = at === parts.length - 1;
    if (isFile && (name === '' || name === '.' || name === '..')) return elsewhere(address);
    if (name === '..') names.pop();
    else if (name !== '.' && name !== '') names.push(name);
  }
  return succeed(names);
}

function decode(part: string): string | null {
  try {
    return decodeURIComponent(part);
  } catch {
    return null;
  }
}

function elsewhere(address: string): Result<never> {
  const shown = address.length <= 80 ? address : `${address.slice(0, 79)}…`;
  return fail(
    'outside-catalog',
    `The catalog gives “${shown}” for the official model, which is no address beside the catalog, so it was not opened. ` +
      'Your workbook was not touched. Ask the owner of the catalog to keep the file where the catalog is and to say where relative to it.',
  );
}
