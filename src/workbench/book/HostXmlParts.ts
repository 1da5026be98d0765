import type { HostListener, Origin } from './HostEvent';

/** A custom XML part of the package. */
export interface HostXmlPart {
  readonly id: string;
  xml: string;
}

/** The custom XML parts of the open workbook. */
export class HostXmlParts {
  #items: HostXmlPart[] = [];

  constructor(private readonly emit: HostListener) {}

  get items(): readonly HostXmlPart[] {
    return this.#items;
  }

  find(id: string): HostXmlPart | null {
    return this.#items.find((part) => part.id === id) ?? null;
  }

  /** Takes in a part of the file that is opened. */
  addLoaded(part: HostXmlPart): void {
    this.#items.push(part);
  }

  add(part: HostXmlPart, origin: Origin): HostXmlPart {
    this.#items.push(part);
    this.changed(origin);
    return part;
  }

  change(part: HostXmlPart, xml: string, origin: Origin): void {
    part.xml = xml;
    this.changed(origin);
  }

  remove(part: HostXmlPart, origin: Origin): void {
    this.#items = this.#items.filter((other) => other !== part);
    this.changed(origin);
  }

  private changed(origin: Origin): void {
    this.emit({ kind: 'list', list: 'xmlParts', origin });
  }
}
