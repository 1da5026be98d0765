import { ReadError } from './ReadError';

const ZIP = [0x50, 0x4b];
const COMPOUND = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];

/** Returns when the bytes may be an .xlsx or .xlsb file; otherwise throws a `ReadError` that says what they are. */
export function recogniseFile(bytes: Uint8Array): void {
  if (bytes.length === 0) throw notAWorkbook('The file is empty.');
  if (startsWith(bytes, ZIP)) return;
  if (startsWith(bytes, COMPOUND)) throw recogniseCompound(bytes);
  throw notAWorkbook(describeOther(bytes));
}

/** A `ReadError` for a zip that holds no Excel workbook, by the names of its parts. */
export function recogniseZip(has: (path: string) => boolean): ReadError {
  if (has('word/document.xml')) return notAWorkbook('The file is a Word document.');
  if (has('ppt/presentation.xml')) return notAWorkbook('The file is a PowerPoint presentation.');
  if (has('mimetype') && has('content.xml')) return notAWorkbook('The file is an OpenDocument file. Save it as .xlsx first.');
  if (has('index/document.iwa') || has('index.zip'))
    return notAWorkbook('The file is an Apple Numbers document. Export it as .xlsx first.');
  return notAWorkbook('The file is a zip archive without a workbook in it.');
}

function notAWorkbook(what: string): ReadError {
  return new ReadError('not-a-workbook', `${what} Nothing was changed. Choose an Excel workbook (.xlsx, .xlsm or .xlsb).`);
}

function startsWith(bytes: Uint8Array, start: readonly number[]): boolean {
  return start.every((byte, at) => bytes[at] === byte);
}

/** Old Office files and locked new ones share one container; the names of its streams, in UTF-16, tell which it is. */
function recogniseCompound(bytes: Uint8Array): ReadError {
  if (includesWide(bytes, 'EncryptedPackage')) {
    return new ReadError(
      'password-protected',
      'The workbook is protected by a password or by rights management. Open it in Excel, remove the protection in File > Info > Protect Workbook, save it and try again. Nothing was changed.',
    );
  }
  if (includesWide(bytes, 'Workbook') || includesWide(bytes, 'Book')) {
    return new ReadError(
      'old-format',
      'The workbook is in the old .xls format. Open it in Excel, save it as .xlsx and try again. Nothing was changed.',
    );
  }
  return notAWorkbook('The file is an old Office file, but not a workbook.');
}

function includesWide(bytes: Uint8Array, text: string): boolean {
  const wide = [...text].flatMap((letter) => [letter.charCodeAt(0), 0]);
  const first = wide[0]!;
  for (let at = bytes.indexOf(first); at >= 0; at = bytes.indexOf(first, at + 1)) {
    if (wide.every((byte, offset) => bytes[at + offset] === byte)) return true;
  }
  return false;
}

function describeOther(bytes: Uint8Array): string {
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, 4096)).replace(/^\u00ef\u00bb\u00bf/, '');
  if (start.startsWith('%PDF')) return 'The file is a PDF.';
  if (/^version https:\/\/git-lfs/.test(start)) return 'The file is only a pointer to a file that was not downloaded (Git LFS).';
  if (/<\?mso-application progid="Excel\.Sheet"|urn:schemas-microsoft-com:office:spreadsheet/.test(start)) {
    return 'The file is an XML spreadsheet of Excel 2003. Open it in Excel and save it as .xlsx first.';
  }
  if (/^\s*<(?:!doctype html|html|table|meta|head)/i.test(start)) return 'The file is a web page, not a workbook, whatever its name says.';
  const wide = /^(?:\u00ff\u00fe|\u00fe\u00ff)/.test(start);
  if (!wide && /[\u0000-\u0008\u000e-\u001f]/.test(start)) return 'The file is not an Excel workbook.';
  const [firstLine = ''] = start.split(/\r?\n/, 1);
  const separated = /[,;\t]/.test(firstLine);
  return separated
    ? 'The file is a text file with separated values (CSV), not a workbook, whatever its name says. Open it in Excel and save it as .xlsx first.'
    : 'The file is a text file, not a workbook.';
}
