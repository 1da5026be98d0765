import { folderOf, graphLink, shareId } from '../../../../src/adapters/sources/graph/graphLink';
import { GRAPH } from '../../../../src/adapters/sources/graph/graphPlace';

const link = (address: string) => graphLink(new URL(address), GRAPH);

test.each([
  'https://contoso.sharepoint.com/:x:/s/Finance/EaBcDeF?e=Ab1',
  'https://contoso-my.sharepoint.com/personal/asha_contoso_com/Documents/catalog.json',
  'https://1drv.ms/x/s!Abc',
  'https://onedrive.live.com/edit.aspx?resid=1!2',
])('%p is shared in Microsoft 365', (address) => expect(link(address)).toEqual({ kind: 'share', url: new URL(address) }));

test.each([
  'https://models.example/catalog.json',
  'https://sharepoint.com.evil.example/catalog.json',
  'https://evilsharepoint.com/catalog.json',
  'http://contoso.sharepoint.com/catalog.json',
  'https://graph.microsoft.com/v1.0/me/messages',
  'https://graph.microsoft.com/v1.0/me/drive/root:/a%2F..%2Fb.json',
  'https://graph.microsoft.com/v1.0/drives/x/../../me/drive/root:/',
  'https://teams.microsoft.com/l/file/1?objectUrl=https%3A%2F%2Fteams.microsoft.com%2Fl%2Ffile%2F1',
  'https://teams.microsoft.com/l/file/1?objectUrl=https%3A%2F%2Fevil.example%2Fa.xlsx',
])('%p is none of Microsoft 365 that is a file', (address) => expect(link(address)).toBeNull());

test.each([
  ['me/drive/root:/Finance%20FY26/catalog.json', 'me/drive', ['Finance FY26', 'catalog.json']],
  ['drives/b!x/root:/catalog.json:', 'drives/b!x', ['catalog.json']],
  ['sites/contoso.sharepoint.com,1,2/drive/root:/a.xlsx', 'sites/contoso.sharepoint.com,1,2/drive', ['a.xlsx']],
])('%p is a path in a drive', (path, drive, names) => expect(link(`${GRAPH.href}${path}`)).toEqual({ kind: 'path', drive, names }));

test('the link of a file in Teams is the one it has in SharePoint', () => {
  const file = 'https://contoso.sharepoint.com/sites/Finance/Shared Documents/General/model.xlsx';
  expect(link(`https://teams.microsoft.com/l/file/1?tenantId=2&objectUrl=${encodeURIComponent(file)}&threadId=3`)).toEqual({
    kind: 'share',
    url: new URL(file),
  });
});

test('an address is told to Graph as its documentation says', () => {
  // The example of learn.microsoft.com/graph/api/shares-get, and one with letters that base64 writes with + and /.
  const documented = shareId(new URL('https://onedrive.live.com/redir?resid=1231244193912!12&authKey=1201919!12921!1'));
  expect(documented).toBe('u!aHR0cHM6Ly9vbmVkcml2ZS5saXZlLmNvbS9yZWRpcj9yZXNpZD0xMjMxMjQ0MTkzOTEyITEyJmF1dGhLZXk9MTIwMTkxOSExMjkyMSEx');
  for (const name of ['a?>~', 'é日本', 'ÿÿÿ>>>']) {
    const url = new URL(`https://contoso.sharepoint.com/${name}`);
    expect(shareId(url)).toMatch(/^u![\w-]+$/);
    expect(Buffer.from(shareId(url).slice(2), 'base64url').toString()).toBe(url.href);
  }
});

test('the folder of a path is known, and none of a link that is made up', () => {
  expect(folderOf(new URL('https://contoso.sharepoint.com/sites/F/Shared%20Documents/a%20b.json?web=1#x'))).toEqual({
    folder: new URL('https://contoso.sharepoint.com/sites/F/Shared%20Documents'),
    name: 'a b.json',
  });
  for (const made of ['/:u:/s/Finance/EaB.x', '/sites/F/_layouts/15/Doc.aspx?sourcedoc=1', '/sites/F'])
    expect(folderOf(new URL(made, 'https://contoso.sharepoint.com'))).toBeNull();
});
