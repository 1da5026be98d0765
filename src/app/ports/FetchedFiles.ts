/** A file as it was fetched; `at` is when, in milliseconds since 1970. */
export interface FetchedFile {
  readonly bytes: Uint8Array;
  readonly at: number;
}

/** A catalog as it stood when its place was last asked. */
export interface FetchedCatalog {
  /** As its file says; whoever uses it checks it. */
  readonly catalog: unknown;
  readonly tag: string;
  /** When that was, in milliseconds since 1970. */
  readonly at: number;
}

/** What was fetched, kept on this computer for when its place is away. Where nothing can be kept, nothing is: it never fails. */
export interface FetchedFiles {
  /** The file with this hash (SHA-256 in hex); null where it is not kept, or is not what it was any more. */
  file(sha256: string): Promise<FetchedFile | null>;
  keepFile(sha256: string, file: FetchedFile): Promise<void>;
  catalog(address: string): Promise<FetchedCatalog | null>;
  keepCatalog(address: string, catalog: FetchedCatalog): Promise<void>;
}
