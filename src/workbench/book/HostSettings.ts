import type { HostListener, Origin } from './HostEvent';

/** The add-in's settings kept in the workbook: JSON values by key, keys in the order they were first set. */
export class HostSettings {
  #values = new Map<string, unknown>();

  constructor(private readonly emit: HostListener) {}

  get entries(): readonly (readonly [string, unknown])[] {
    return [...this.#values];
  }

  has(key: string): boolean {
    return this.#values.has(key);
  }

  get(key: string): unknown {
    return this.#values.get(key);
  }

  set(key: string, value: unknown, origin: Origin): void {
    this.#values.set(key, value);
    this.changed(origin);
  }

  delete(key: string, origin: Origin): void {
    if (this.#values.delete(key)) this.changed(origin);
  }

  /** Puts these in the place of all there were. */
  replace(entries: Iterable<readonly [string, unknown]>, origin: Origin): void {
    this.#values = new Map(entries);
    this.changed(origin);
  }

  private changed(origin: Origin): void {
    this.emit({ kind: 'list', list: 'settings', origin });
  }
}
