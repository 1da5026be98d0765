import { PaneConnection, type PaneHandlers } from './PaneConnection';
import { paneWindowName, type PaneIdentity } from './paneWindow';

/** A page of the add-in in an iframe, and the conversation with it. */
export interface PaneFrame {
  readonly iframe: HTMLIFrameElement;
  readonly connection: PaneConnection;
  readonly dispose: () => void;
}

const SANDBOX = 'allow-scripts allow-same-origin allow-forms allow-popups allow-popups-to-escape-sandbox allow-downloads';

/** Opens the page inside the container. Only messages of its own window and origin are heard, and only that origin is spoken to. */
export function openPaneFrame(container: HTMLElement, url: URL, title: string, identity: PaneIdentity, handlers: PaneHandlers): PaneFrame {
  const iframe = document.createElement('iframe');
  iframe.title = title;
  iframe.setAttribute('sandbox', SANDBOX);
  // office.js reads the window's name, which a frame takes over only when it is attached.
  iframe.name = paneWindowName(identity);
  iframe.src = url.href;
  const connection = new PaneConnection(
    identity.conversationId,
    identity.hostOrigin,
    (text) => iframe.contentWindow?.postMessage(text, url.origin),
    handlers,
  );
  const receive = (event: MessageEvent<unknown>) => {
    if (event.source === iframe.contentWindow && event.origin === url.origin) void connection.receive(event.data);
  };
  window.addEventListener('message', receive);
  container.append(iframe);
  return {
    iframe,
    connection,
    dispose: () => {
      window.removeEventListener('message', receive);
      connection.close();
      iframe.remove();
    },
  };
}
