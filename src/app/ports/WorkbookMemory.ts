import type { Result } from '../../core/Result';

/**
 * What a workbook keeps for Tieout in its file, unseen by its user: one text a namespace. It travels with copies of the file. Texts hold
 * no characters that XML cannot (JSON has none but U+FFFE and U+FFFF).
 */
export interface WorkbookMemory {
  /** The text that is kept under a namespace; null when there is none. */
  read(namespace: string): Promise<Result<string | null>>;
  /** Keeps a text in place of the one that was kept there. The failure `too-large` means that nothing was changed, as does any other. */
  write(namespace: string, text: string): Promise<Result<null>>;
  /** Forgets what is kept there; all is well when that is nothing. */
  remove(namespace: string): Promise<Result<null>>;
  /** The namespaces under which something is kept and that begin so. */
  list(prefix: string): Promise<Result<readonly string[]>>;
}

/** What a workbook file remembers, and the file with what was changed of it. */
export interface FileMemory extends WorkbookMemory {
  /** The file's bytes as they are to be; every part but those of this memory is as it was. */
  readonly save: () => Result<Uint8Array>;
}
