/** A file of this computer as its user picked or dropped it. */
export interface PickedFile {
  readonly name: string;
  /** In bytes. */
  readonly size: number;
  arrayBuffer(): Promise<ArrayBuffer>;
}

/** Whether a file may be read; `prompt`: the user has to be asked. */
type Permission = 'granted' | 'denied' | 'prompt';

/** What lets a file of this computer be read again on another day, as far as its user allows; browsers that have it give one (`FileSystemFileHandle`). */
export interface FileHandle {
  readonly name: string;
  /** The file as it is now; rejects where it is gone. */
  getFile(): Promise<PickedFile>;
  queryPermission?(how: { readonly mode: 'read' }): Promise<Permission>;
  /** Asks the user, if it may be asked just now. */
  requestPermission?(how: { readonly mode: 'read' }): Promise<Permission>;
}
