import type { HostListener, Origin } from './HostEvent';

/** A custom XML part of the package. */
export interface HostXmlPart {
  readonly id: string;
  xml: string;
}

/** The namespace of the part's root element; empty when it has none. */
export function xmlNamespace(xml: string): string {
  const root = /<(?![?!])(?:([\w.-]+):)?[^\s/>]+([^>]*)>/.exec(xml);
  const attribute = root?.[1] ? `xmlns:${root[1].replace(/[.-]/g, '\\$&')}` : 'xmlns';
  return new RegExp(`\\s${attribute}\\s*=\\s*["']([^"']*)["']`).exec(root?.[2] ?? '')?.[1] ?? '';
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
