import type { HostBook } from '../book/HostBook';
import type { Faults } from './Faults';
import { openDialog, type OpenDialog } from './openDialog';
import { OfficeHost, type HostStats } from './OfficeHost';
import { openPaneFrame } from './paneFrame';
import { paneAppContext, type PaneIdentity } from './paneWindow';

/** How the user leaves the pane by keyboard. */
export type PaneExit = 'forward' | 'backward' | 'escape' | 'nextRegion' | 'previousRegion';

const EXITS: Readonly<Record<number, PaneExit>> = {
  5: 'nextRegion',
  6: 'previousRegion',
  13: 'forward',
  14: 'backward',
  15: 'escape',
  17: 'forward',
  18: 'backward',
};
const FOCUS_IN = { first: 11, last: 12, region: 4 } as const;

export interface StartHostOptions {
  /** The task pane's address; on the same host as this page, and https. */
  readonly paneUrl: string;
  readonly book: HostBook;
  /** The workbook's bytes as saving it now would give. */
  readonly fileBytes: () => Promise<Uint8Array>;
  readonly fileName: string;
  readonly locale?: string;
  /** The pane gave the focus away: move it to the grid. */
  readonly onExit?: (exit: PaneExit) => void;
}

/** The pane running in the played Excel. */
export interface StartedHost {
  readonly iframe: HTMLIFrameElement;
  readonly host: OfficeHost;
  readonly faults: Faults;
  readonly stats: HostStats;
  /** What the pane told about focus and keys: Office's action numbers. */
  readonly notified: readonly number[];
  /** Gives the pane the focus, at its first or last control, or where it was (`region`, as F6 does). */
  readonly focusPane: (where: keyof typeof FOCUS_IN) => void;
  /** Presses a ribbon button whose action is a function of the add-in. */
  readonly runCommand: (functionName: string, buttonId: string) => boolean;
  readonly dispose: () => void;
}

/** Opens the task pane inside the container, with the book as its Excel. */
export function startHost(container: HTMLElement, options: StartHostOptions): StartedHost {
  const { book } = options;
  const documentUrl = new URL(encodeURIComponent(options.fileName), 'https://tieout.invalid/').href;
  const host = new OfficeHost({ book, fileBytes: options.fileBytes, documentUrl });
  const notified: number[] = [];
  const identity: PaneIdentity = {
    conversationId: crypto.randomUUID(),
    controlId: crypto.randomUUID(),
    hostOrigin: location.origin,
    locale: options.locale ?? 'en-US',
    isDialog: false,
  };
  let dialog: OpenDialog | null = null;
  const closeDialog = () => {
    dialog?.close();
    dialog = null;
  };
  const frame = openPaneFrame(container, new URL(options.paneUrl, location.href), 'Tieout task pane', identity, {
    execute: (data) => host.execute(data),
    appContext: () => paneAppContext(identity, documentUrl, host.settings, book.readOnly),
    onRegister: (event, data) => {
      if (event !== 'dialogMessageReceived') return;
      closeDialog();
      const onMessage = (message: unknown) => void frame.connection.fire('dialogMessageReceived', message);
      dialog = openDialog({ data, identity, documentUrl, execute: (call) => host.execute(call), onMessage });
    },
    onUnregister: (event) => {
      if (event === 'dialogMessageReceived') closeDialog();
    },
    onNotify: (action) => {
      notified.push(action);
      const exit = EXITS[action];
      if (exit) options.onExit?.(exit);
    },
    onUnknown: (action) => host.stats.unknownCalls.push(action),
  });
  host.fire = (event, data) => frame.connection.fire(event, data);
  host.messageDialog = (content) => dialog?.send(content);
  let commands = 0;
  return {
    iframe: frame.iframe,
    host,
    faults: host.faults,
    stats: host.stats,
    notified,
    focusPane: (where) => {
      frame.iframe.focus();
      frame.connection.notifyPane(FOCUS_IN[where]);
    },
    runCommand: (functionName, buttonId) =>
      frame.connection.fire('appCommandInvoked', {
        0: String(++commands),
        1: functionName,
        2: JSON.stringify({ source: { id: buttonId } }),
      }),
    dispose: () => {
      closeDialog();
      frame.dispose();
      host.dispose();
    },
  };
}
