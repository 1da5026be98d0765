/** A page that plays Excel for a plain pane and does nothing else; bundled by the test that opens it. */
import { startHost, type PaneExit, type StartedHost } from '../../../src/workbench/protocol/startHost';
import type { HostBook } from '../../../src/workbench/book/HostBook';
import { bookOf } from '../../support/bookOf';

export interface HostPage {
  readonly book: HostBook;
  readonly started: StartedHost;
  readonly exits: PaneExit[];
}

declare global {
  interface Window {
    hostPage: HostPage;
  }
}

const book = bookOf({ Data: { A1: 1, B1: '=A1*2' }, 'My sheet': { B2: 'x' } });
const bytes = new Uint8Array(9 * 1024 * 1024 + 17).map((_, i) => (i * 31) & 255);
const exits: PaneExit[] = [];
const started = startHost(document.body, {
  paneUrl: '/host-pane.html',
  book,
  fileBytes: async () => bytes,
  fileName: 'Team model.xlsx',
  onExit: (exit) => void exits.push(exit),
});
window.hostPage = { book, started, exits };
