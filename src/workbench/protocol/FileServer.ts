import { OFFICE_ERRORS, OfficeFault } from './OfficeFault';

const COMPRESSED = 1;
const LARGEST_SLICE = 4 * 1024 * 1024;
const FILES_AT_ONCE = 2;

/** Serves the workbook's bytes in slices, as `getFileAsync` asks for them; at most two files are open at a time. */
export class FileServer {
  readonly #open = new Map<number, { readonly bytes: Uint8Array; readonly slice: number }>();
  #handles = 0;

  constructor(private readonly bytes: () => Promise<Uint8Array>) {}

  async open(type: number, slice: number): Promise<{ 0: number; 1: number }> {
    if (type !== COMPRESSED) throw new OfficeFault(OFFICE_ERRORS.fileTypeNotSupported);
    if (slice < 1 || slice > LARGEST_SLICE) throw new OfficeFault(OFFICE_ERRORS.invalidSliceSize);
    if (this.#open.size >= FILES_AT_ONCE) throw new OfficeFault(OFFICE_ERRORS.tooManyIncompleteRequests);
    const handle = ++this.#handles;
    // Its place is taken before the bytes are there: two more openings must not slip in meanwhile.
    this.#open.set(handle, { bytes: new Uint8Array(), slice });
    try {
      const bytes = await this.bytes();
      this.#open.set(handle, { bytes, slice });
      return { 0: handle, 1: bytes.length };
    } catch (caught) {
      this.#open.delete(handle);
      throw caught;
    }
  }

  slice(handle: number, index: number): { 0: number[]; 1: number } {
    const file = this.#open.get(handle);
    if (!file) throw new OfficeFault(OFFICE_ERRORS.operationNotSupported);
    const part = file.bytes.subarray(index * file.slice, (index + 1) * file.slice);
    if (index < 0 || (part.length === 0 && index > 0)) throw new OfficeFault(OFFICE_ERRORS.indexOutOfRange);
    return { 0: Array.from(part), 1: part.length };
  }

  close(handle: number): void {
    this.#open.delete(handle);
  }

  /** How many files are open now. */
  get openFiles(): number {
    return this.#open.size;
  }
}
