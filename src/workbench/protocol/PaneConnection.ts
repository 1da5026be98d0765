import { OFFICE_ERRORS, OfficeFault } from './OfficeFault';
import { MessageType, ReplyType, RequestType, readXdmRequest, type XdmRequest } from './xdmMessage';

/** What the pane's host does with what the pane asks. */
export interface PaneHandlers {
  /** Answers a call of the document's API; throws an OfficeFault to fail it; a promise that never settles drops the reply. */
  readonly execute: (data: unknown) => Promise<Readonly<Record<string, unknown>>>;
  readonly appContext: () => Readonly<Record<string, unknown>>;
  readonly onRegister: (event: string, data: unknown) => void;
  readonly onUnregister: (event: string) => void;
  /** Focus leaving the pane, keys the host takes. */
  readonly onNotify: (action: number, rest: readonly unknown[]) => void;
  /** A request the workbench does not know. */
  readonly onUnknown: (action: string) => void;
}

/** The host's end of one conversation with office.js: JSON messages in, JSON messages out, events in between. */
export class PaneConnection {
  readonly #registrations = new Map<string, number>();
  #closed = false;

  constructor(
    readonly conversationId: string,
    private readonly hostOrigin: string,
    private readonly post: (text: string) => void,
    private readonly handlers: PaneHandlers,
  ) {}

  /** Takes a message of the pane; the caller has checked that it comes from the pane's window and origin. */
  async receive(text: unknown): Promise<void> {
    const request = typeof text === 'string' ? readXdmRequest(text) : null;
    if (!request || request._conversationId !== this.conversationId) return;
    const { _actionName: action, _actionType: type, _data: data } = request;
    if (type === RequestType.Register) {
      this.#registrations.set(action, request._correlationId);
      this.handlers.onRegister(action, data);
      return this.#reply(request, { Error: 0 });
    }
    if (type === RequestType.Unregister) {
      this.#registrations.delete(action);
      this.handlers.onUnregister(action);
      return this.#reply(request, { Error: 0 });
    }
    switch (action) {
      case 'ContextActivationManager_getAppContextAsync':
        // A reloaded pane registers anew.
        this.#registrations.clear();
        return this.#reply(request, this.handlers.appContext());
      case 'ContextActivationManager_notifyHost': {
        const [, code, ...rest] = Array.isArray(data) ? (data as unknown[]) : [];
        this.handlers.onNotify(Number(code), rest);
        return this.#reply(request, null);
      }
      case 'executeMethod':
        return this.#reply(request, { Version: 1, ...(await this.#execute(data)) });
    }
    this.handlers.onUnknown(action);
    this.#reply(request, null, -2);
  }

  /** Sends an event; false when the pane has not registered for it. */
  fire(event: string, data: unknown): boolean {
    const registration = this.#registrations.get(event);
    if (registration === undefined) return false;
    this.#send({
      _messageType: MessageType.Reply,
      _actionName: event,
      _correlationId: registration,
      _errorCode: 0,
      _responseType: ReplyType.Event,
      _data: data,
    });
    return true;
  }

  /** Tells the pane something about focus: 11 when Tab enters it, 12 for Shift+Tab, 4 for Ctrl+F6. */
  notifyPane(action: number): void {
    this.#send({
      _messageType: MessageType.Request,
      _actionType: RequestType.Invoke,
      _actionName: 'Office_notifyAgave',
      _correlationId: 0,
      _data: [action],
      _conversationId: `${this.conversationId}_ntf`,
    });
  }

  /** Nothing is sent any more. */
  close(): void {
    this.#closed = true;
  }

  async #execute(data: unknown): Promise<Readonly<Record<string, unknown>>> {
    try {
      return { Error: 0, ...(await this.handlers.execute(data)) };
    } catch (caught) {
      return { Error: caught instanceof OfficeFault ? caught.number : OFFICE_ERRORS.internal };
    }
  }

  #reply(request: XdmRequest, data: unknown, errorCode = 0): void {
    this.#send({
      _messageType: MessageType.Reply,
      _actionName: request._actionName,
      _correlationId: request._correlationId,
      _errorCode: errorCode,
      _responseType: ReplyType.Result,
      _data: data,
    });
  }

  #send(message: Readonly<Record<string, unknown>>): void {
    if (this.#closed) return;
    this.post(JSON.stringify({ _serializerVersion: 1, _origin: this.hostOrigin, _conversationId: this.conversationId, ...message }));
  }
}
