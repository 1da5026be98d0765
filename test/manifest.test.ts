import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { SaxesParser } from 'saxes';
import { iconFiles } from '../scripts/icons/iconFiles';

const ROOT = join(__dirname, '..');
const HOST = 'https://localhost:3000/';

interface Element {
  readonly path: string;
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  text: string;
}

function elementsOf(xml: string): Element[] {
  const elements: Element[] = [];
  const open: Element[] = [];
  const parser = new SaxesParser();
  parser.on('opentag', ({ name, attributes }) => {
    const element = { path: [...open.map((parent) => parent.name), name].join('/'), name, attributes, text: '' };
    open.push(element);
    elements.push(element);
  });
  parser.on('text', (text) => {
    const inner = open[open.length - 1];
    if (inner) inner.text += text;
  });
  parser.on('closetag', () => open.pop());
  parser.on('error', (error) => {
    throw error;
  });
  parser.write(xml).close();
  return elements;
}

describe('manifest.xml', () => {
  const elements = elementsOf(readFileSync(join(ROOT, 'manifest.xml'), 'utf8'));
  const only = (path: string): Element => {
    const found = elements.filter((element) => element.path.endsWith(path));
    expect(found).toHaveLength(1);
    return found[0]!;
  };
  const ids = elements.flatMap(({ attributes }) => attributes['id'] ?? []);

  it('is a task pane for workbooks that may write and needs ExcelApi 1.13', () => {
    expect(only('OfficeApp').attributes['xsi:type']).toBe('TaskPaneApp');
    expect(only('OfficeApp/Hosts/Host').attributes['Name']).toBe('Workbook');
    expect(only('Permissions').text).toBe('ReadWriteDocument');
    expect(only('Requirements/Sets/Set').attributes).toMatchObject({ Name: 'ExcelApi', MinVersion: '1.13' });
    expect(only('OfficeApp/Id').text).toMatch(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
  });

  it('carries the version of package.json', () => {
    const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { version: string };
    expect(only('OfficeApp/Version').text).toBe(`${version}.0`);
  });

  it('opens the pane from a button on the Home tab', () => {
    expect(only('OfficeTab').attributes['id']).toBe('TabHome');
    expect(only('Action').attributes['xsi:type']).toBe('ShowTaskpane');
    expect(only('Action/SourceLocation').attributes['resid']).toBe('Pane.Url');
  });

  it('gives every resource one id, and every mention a resource', () => {
    expect(new Set(ids).size).toBe(ids.length);
    const mentioned = elements.flatMap(({ attributes }) => attributes['resid'] ?? []);
    const resources = elements.filter(({ path }) => path.includes('Resources/')).flatMap(({ attributes }) => attributes['id'] ?? []);
    expect([...new Set(mentioned)].sort()).toEqual(resources.sort());
  });

  it('keeps texts within what Excel shows', () => {
    const longest = (end: string) =>
      Math.max(...elements.filter(({ path }) => path.endsWith(end)).map(({ attributes }) => attributes['DefaultValue']!.length));
    expect(longest('bt:ShortStrings/bt:String')).toBeLessThanOrEqual(125);
    expect(longest('bt:LongStrings/bt:String')).toBeLessThanOrEqual(250);
    expect(longest('OfficeApp/Description')).toBeLessThanOrEqual(250);
  });

  it('points only at its own host, and at files that are there', () => {
    const addresses = elements.map(({ attributes }) => attributes['DefaultValue'] ?? '').filter((value) => value.includes('://'));
    expect(addresses.length).toBeGreaterThan(8);
    for (const address of addresses) {
      expect(address.startsWith(HOST)).toBe(true);
      const file = address.slice(HOST.length);
      if (file !== 'taskpane.html') expect(existsSync(join(ROOT, file))).toBe(true);
    }
  });
});

describe('assets/icons', () => {
  it.each([...iconFiles()])('%s is byte for byte what the script draws', (name, bytes) => {
    expect(Buffer.compare(readFileSync(join(ROOT, 'assets/icons', name)), bytes)).toBe(0);
  });
});
