import fc from 'fast-check';
import { filesIn } from '../../../src/adapters/sources/http/filesIn';

const FOLDER = new URL('https://models.example/fin%20ance/inbox/');
const answer = (...responses: string[]): string =>
  `<?xml version="1.0"?><D:multistatus xmlns:D="DAV:">${responses.join('')}</D:multistatus>`;
const one = (href: string, { size = '3', folder = false } = {}): string =>
  `<D:response><D:href>${href}</D:href><D:propstat><D:prop><D:resourcetype>${folder ? '<D:collection/>' : ''}</D:resourcetype><D:getcontentlength>${size}</D:getcontentlength></D:prop><D:status>HTTP/1.1 200 OK</D:status></D:propstat></D:response>`;

describe('what a WebDAV server says of a folder', () => {
  it('is the files right in it', () => {
    const text = answer(
      one('/fin%20ance/inbox/', { folder: true }),
      one('/fin%20ance/inbox/a.json'),
      one('https://models.example/fin%20ance/inbox/b%20%C3%BC.json', { size: '12' }),
      one('/fin%20ance/inbox/deeper/', { folder: true }),
    );
    expect(filesIn(text, FOLDER)).toEqual([
      { name: 'a.json', size: 3 },
      { name: 'b ü.json', size: 12 },
    ]);
  });

  it('leads nowhere else', () => {
    const elsewhere = [
      'https://evil.example/fin%20ance/inbox/a.json',
      '/fin%20ance/a.json',
      '/fin%20ance/inbox/deeper/a.json',
      '/fin%20ance/inbox/..%2fa.json',
      '/fin%20ance/inbox/%5c..%5ca.json',
      '/fin%20ance/inbox/%ff.json',
      'http://[',
    ];
    expect(filesIn(answer(...elsewhere.map((href) => one(href))), FOLDER)).toEqual([]);
  });

  it('is nothing where it is no such answer', () => {
    for (const text of [
      '',
      'Hello',
      '<html><body/></html>',
      answer(one('/fin%20ance/inbox/a.json')).slice(0, -4),
      '<!DOCTYPE d [<!ENTITY e SYSTEM "file:///etc/passwd">]><D:multistatus xmlns:D="DAV:">&e;</D:multistatus>',
    ])
      expect(filesIn(text, FOLDER)).toBeNull();
  });

  it('never throws', () => {
    fc.assert(fc.property(fc.string(), (text) => void filesIn(text, FOLDER)));
    fc.assert(fc.property(fc.string(), (text) => void filesIn(answer(one(text)), FOLDER)));
  });
});
