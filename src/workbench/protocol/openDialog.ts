import { z } from 'zod';
import { OFFICE_ERRORS, OfficeFault } from './OfficeFault';
import { openPaneFrame } from './paneFrame';
import { paneAppContext, type PaneIdentity } from './paneWindow';

const MESSAGE_PARENT = 144;
const request = z.object({ targetId: z.string() });
const page = z.object({ url: z.string() });
const message = z.looseObject({ DdaMethod: z.object({ DispatchId: z.number() }), messageToParent: z.unknown() });

/** A dialog of the add-in that stands in the host page. */
export interface OpenDialog {
  /** Passes the parent's message on to the dialog. */
  readonly send: (content: unknown) => void;
  readonly close: () => void;
}

export interface DialogOptions {
  /** What the pane's registration for dialog messages carries: the page's address. */
  readonly data: unknown;
  readonly identity: PaneIdentity;
  readonly documentUrl: string;
  /** Calls of the document's API, which dialogs may make too. */
  readonly execute: (data: unknown) => Promise<Readonly<Record<string, unknown>>>;
  readonly onMessage: (data: unknown) => void;
}

/** Opens what `displayDialogAsync` with `displayInIframe` asks for. */
export function openDialog({ data, identity, documentUrl, execute, onMessage }: DialogOptions): OpenDialog {
  const url = new URL(page.parse(JSON.parse(request.parse(data).targetId)).url);
  const box = document.createElement('dialog');
  document.body.append(box);
  const frame = openPaneFrame(
    box,
    url,
    'Add-in dialog',
    { ...identity, conversationId: crypto.randomUUID(), isDialog: true },
    {
      appContext: () => paneAppContext(identity, documentUrl, [], false),
      execute: async (call) => {
        const read = message.safeParse(call);
        if (!read.success) throw new OfficeFault(OFFICE_ERRORS.internal);
        if (read.data.DdaMethod.DispatchId !== MESSAGE_PARENT) return execute(call);
        onMessage({ messageType: 0, messageContent: read.data.messageToParent, messageOrigin: url.origin });
        return {};
      },
      onRegister: () => undefined,
      onUnregister: () => undefined,
      onNotify: () => undefined,
      onUnknown: () => undefined,
    },
  );
  const close = () => {
    frame.dispose();
    box.remove();
  };
  box.addEventListener('cancel', () => {
    close();
    onMessage({ messageType: OFFICE_ERRORS.dialogClosed });
  });
  box.showModal();
  return {
    send: (content) =>
      void frame.connection.fire('dialogParentMessageReceived', {
        messageType: 1,
        messageContent: content,
        messageOrigin: identity.hostOrigin,
      }),
    close,
  };
}
