import { randomUUID } from 'node:crypto';

/** A file or folder of a drive; files have bytes. */
export interface Item {
  readonly id: string;
  name: string;
  readonly parent: string | null;
  bytes: Buffer | null;
  /** Grow with every change, and with every change of the bytes. */
  version: number;
  content: number;
  modified: Date;
  isLocked: boolean;
  by: string;
  /** What the bytes were before, the oldest first. */
  readonly earlier: Version[];
}

/** What a file held before it was replaced. */
export interface Version {
  readonly id: string;
  readonly bytes: Buffer;
  readonly modified: Date;
  readonly by: string;
}

/** What a drive refuses, as Graph says it. */
export class Refusal extends Error {
  readonly status: number;
  readonly code: string;
  readonly inner: string | null;

  constructor(status: number, code: string, inner: string | null = null) {
    super(code);
    Object.assign(this, { status, code, inner });
    this.status = status;
    this.code = code;
    this.inner = inner;
  }
}

/** A drive of Microsoft 365 with the rules that Graph documents for what is in it: tags, conditions, conflicts of names, locks. */
export class GraphDrive {
  readonly id = 'b!drive-1';
  readonly root: Item;
  /** Bytes that are left; a store that is full refuses. */
  room = Infinity;
  readonly #items = new Map<string, Item>();

  constructor() {
    this.root = this.#add('root', null, null);
  }

  folder(name: string, parent: Item = this.root): Item {
    return this.child(parent, name) ?? this.#add(name, parent.id, null);
  }

  byId(id: string): Item | null {
    return this.#items.get(id) ?? null;
  }

  child(parent: Item, name: string): Item | null {
    // SharePoint keeps names apart by their letters alone, whatever their case.
    const wanted = name.toLowerCase();
    return [...this.#items.values()].find((item) => item.parent === parent.id && item.name.toLowerCase() === wanted) ?? null;
  }

  all(): readonly Item[] {
    return [...this.#items.values()];
  }

  /** What is right in a folder, in the order in which it came. */
  childrenOf(parent: Item): readonly Item[] {
    return [...this.#items.values()].filter((item) => item.parent === parent.id);
  }

  /** The item at a path below another, and the folder that it is or would be in; folders that are not there yet come with what is put into them. */
  find(from: Item, names: readonly string[]): { readonly item: Item | null; readonly parent: Item | null } {
    let at: Item | null = from;
    let parent: Item | null = null;
    for (const name of names) {
      parent = at;
      at = at === null ? null : this.child(at, name);
    }
    return { item: at, parent };
  }

  /** Makes a file; fails where its name is taken. */
  make(parent: Item, name: string, bytes: Buffer): Item {
    if (this.child(parent, name)) throw new Refusal(409, 'nameAlreadyExists');
    this.#take(bytes.length);
    return this.#add(name, parent.id, bytes);
  }

  /** Puts other bytes into a file, if the condition holds. */
  replace(item: Item, bytes: Buffer, ifMatch: string | null): Item {
    this.check(item, ifMatch);
    if (item.isLocked) throw new Refusal(423, 'notAllowed', 'resourceLocked');
    this.#take(bytes.length - (item.bytes?.length ?? 0));
    if (item.bytes !== null) item.earlier.push({ id: `${item.content}.0`, bytes: item.bytes, modified: item.modified, by: item.by });
    return Object.assign(item, { bytes, version: item.version + 1, content: item.content + 1, modified: new Date() });
  }

  /** Changes what is said of a file, and none of its bytes. */
  touch(item: Item, name = item.name): void {
    Object.assign(item, { name, version: item.version + 1 });
  }

  remove(item: Item): void {
    this.#items.delete(item.id);
  }

  check(item: Item, ifMatch: string | null): void {
    if (ifMatch === null) return;
    if (!ifMatch.startsWith('"')) throw new Refusal(400, 'invalidRequest', 'malformedEntityTag');
    if (!this.#is(item, ifMatch)) throw new Refusal(412, 'resourceModified', 'entityTagDoesNotMatch');
  }

  isSame(item: Item, ifNoneMatch: string | undefined): boolean {
    return ifNoneMatch !== undefined && this.#is(item, ifNoneMatch);
  }

  eTag(item: Item): string {
    return `"{${item.id}},${item.version}"`;
  }

  cTag(item: Item): string {
    return `"c:{${item.id}},${item.content}"`;
  }

  /** The item as Graph writes it, without an address for its bytes. */
  describe(item: Item): Record<string, unknown> {
    const { id, name, bytes, modified, parent } = item;
    return {
      id,
      name,
      size: bytes?.length ?? 0,
      eTag: this.eTag(item),
      ...(bytes === null
        ? { folder: { childCount: 0 } }
        : { cTag: this.cTag(item), file: { mimeType: 'application/octet-stream', hashes: {} } }),
      lastModifiedDateTime: modified.toISOString(),
      parentReference: { driveType: 'documentLibrary', driveId: this.id, ...(parent === null ? {} : { id: parent }) },
    };
  }

  /** The versions of a file as Graph lists them: the one that is current first. */
  versionsOf(item: Item): readonly Version[] {
    const current = { id: `${item.content}.0`, bytes: item.bytes ?? Buffer.alloc(0), modified: item.modified, by: item.by };
    return [current, ...[...item.earlier].reverse()];
  }

  #is(item: Item, tag: string): boolean {
    return tag === this.eTag(item) || (item.bytes !== null && tag === this.cTag(item));
  }

  #take(bytes: number): void {
    if (bytes > this.room) throw new Refusal(507, 'quotaLimitReached');
    this.room -= bytes;
  }

  #add(name: string, parent: string | null, bytes: Buffer | null): Item {
    const item: Item = {
      id: randomUUID(),
      name,
      parent,
      bytes,
      version: 1,
      content: 1,
      modified: new Date(),
      isLocked: false,
      by: 'Dana',
      earlier: [],
    };
    this.#items.set(item.id, item);
    return item;
  }
}
