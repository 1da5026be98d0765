import { z } from 'zod';
import type { HostBook } from '../book/HostBook';
import { excelEvents, type ExcelEvents } from '../excel/excelEvents';
import { ExcelWorkbook } from '../excel/ExcelWorkbook';
import { apiError } from '../richApi/ApiError';
import { HostObject } from '../richApi/HostObject';
import { RichApi, type RichApiStats } from '../richApi/RichApi';
import { isHousekeeping, richApiRequest } from '../richApi/richApiMessages';
import { Faults } from './Faults';
import { FileServer } from './FileServer';
import { OFFICE_ERRORS, OfficeFault } from './OfficeFault';

const DISPATCH = {
  settingsLoad: 75,
  settingsSave: 76,
  fileOpen: 77,
  fileSlice: 80,
  fileClose: 81,
  fileProperties: 86,
  richApi: 93,
  commandDone: 94,
  messageChild: 145,
};
const PAYLOAD_LIMIT = 5 * 1024 * 1024;
const RICH_API_EVENT = 65_536;

const call = z.looseObject({ DdaMethod: z.object({ DispatchId: z.number() }) });
const richApiCall = z.object({ ArrayData: z.tuple([z.unknown(), z.unknown(), z.unknown(), z.unknown(), z.string()], z.unknown()) });
const settingsCall = z.object({ DdaSettingsMethod: z.object({ Properties: z.array(z.tuple([z.string(), z.string()])) }) });
const openCall = z.object({ 0: z.number(), 1: z.number() });
const sliceCall = z.object({ 2: z.number(), 3: z.number() });
const closeCall = z.object({ 2: z.number() });
const messageCall = z.object({ messageContent: z.unknown() });
const commandCall = z.object({ 0: z.unknown(), 1: z.unknown() });

/** What the document's API has been asked for so far. */
export interface HostStats extends RichApiStats {
  /** Bytes of the largest request and reply. */
  largestRequest: number;
  largestReply: number;
  /** Dispatch ids that are not played here. */
  readonly unknownCalls: string[];
  /** Ids of ribbon commands that reported completion. */
  readonly commandsDone: string[];
}

export interface OfficeHostOptions {
  readonly book: HostBook;
  /** The workbook's bytes as saving it now would give. */
  readonly fileBytes: () => Promise<Uint8Array>;
  readonly documentUrl: string;
}

/** Excel behind the protocol: answers the document's API and tells events, whoever carries the messages. */
export class OfficeHost {
  readonly faults = new Faults();
  readonly stats: HostStats;
  readonly files: FileServer;
  /** Sends an event to the pane; the connection sets it. */
  fire: (event: string, data: unknown) => boolean = () => false;
  /** Passes a message on to the open dialog; whoever opens dialogs sets it. */
  messageDialog: (content: unknown) => void = () => undefined;
  readonly #api: RichApi;
  readonly #events: ExcelEvents;
  readonly #stop: () => void;

  constructor(private readonly options: OfficeHostOptions) {
    const { book } = options;
    this.#events = excelEvents(book, ({ type, target, message, remote }) => {
      this.fire('richApiMessage', { ArrayData: [[RICH_API_EVENT, type, target, JSON.stringify(message), 0, remote]] });
    });
    this.#api = new RichApi(book, new ExcelWorkbook(book, this.#events.listen), {
      'Microsoft.InternalService.AddinInternalService': new AddinInternalService(),
    });
    this.stats = Object.assign(this.#api.stats, { largestRequest: 0, largestReply: 0, unknownCalls: [], commandsDone: [] });
    this.files = new FileServer(options.fileBytes);
    this.#stop = book.subscribe((event) => {
      if (event.kind === 'selected' || event.kind === 'activated') this.fire('documentSelectionChanged', {});
      if (event.kind === 'list' && event.list === 'settings' && event.origin !== 'addin') this.fire('settingsChanged', {});
    });
  }

  /** Objects the add-in keeps tracked and has not let go. */
  get tracked(): number {
    return this.#api.tracked;
  }

  dispose(): void {
    this.#stop();
    this.#events.dispose();
  }

  /** Answers one call of the document's API; an OfficeFault fails it. */
  async execute(data: unknown): Promise<Readonly<Record<string, unknown>>> {
    const id = call.parse(data).DdaMethod.DispatchId;
    switch (id) {
      case DISPATCH.richApi:
        return { Data: [200, ['Content-Type', 'application/json'], await this.#richApi(richApiCall.parse(data).ArrayData[4])] };
      case DISPATCH.fileOpen: {
        if (this.faults.fileRefused) throw new OfficeFault(OFFICE_ERRORS.operationNotSupported);
        const { 0: type, 1: slice } = openCall.parse(data);
        return { ...(await this.files.open(type, slice)) };
      }
      case DISPATCH.fileSlice: {
        const { 2: handle, 3: index } = sliceCall.parse(data);
        return { ...this.files.slice(handle, index) };
      }
      case DISPATCH.fileClose:
        this.files.close(closeCall.parse(data)[2]);
        return {};
      case DISPATCH.settingsSave:
        this.options.book.settings.replace(
          settingsCall.parse(data).DdaSettingsMethod.Properties.map(([key, json]) => [key, JSON.parse(json) as unknown] as const),
          'addin',
        );
        return {};
      case DISPATCH.settingsLoad:
        return { Properties: { Settings: this.settings.map(([Name, Value]) => ({ Name, Value })) } };
      case DISPATCH.fileProperties:
        return { 0: ['', this.options.documentUrl] };
      case DISPATCH.commandDone:
        this.stats.commandsDone.push(String(commandCall.parse(data)[0]));
        return {};
      case DISPATCH.messageChild:
        this.messageDialog(messageCall.parse(data).messageContent);
        return {};
    }
    this.stats.unknownCalls.push(String(id));
    throw new OfficeFault(OFFICE_ERRORS.operationNotSupported);
  }

  /** The add-in's settings as the common API carries them: JSON texts by key. */
  get settings(): readonly (readonly [string, string])[] {
    return this.options.book.settings.entries.map(([key, value]) => [key, JSON.stringify(value)] as const);
  }

  async #richApi(body: string): Promise<string> {
    const { book } = this.options;
    const request = richApiRequest.parse(JSON.parse(body));
    const faults = isHousekeeping(request) ? [] : this.faults.take();
    for (const fault of faults) fault.before?.(book);
    const officeError = faults.find((fault) => fault.officeError !== undefined)?.officeError;
    if (officeError !== undefined) throw new OfficeFault(officeError);
    if (this.faults.down) throw new OfficeFault(OFFICE_ERRORS.internal);
    if (this.faults.cellEditMode) throw new OfficeFault(OFFICE_ERRORS.cellEditMode);
    const size = byteLength(body);
    this.stats.largestRequest = Math.max(this.stats.largestRequest, size);
    if (size > PAYLOAD_LIMIT) throw new OfficeFault(OFFICE_ERRORS.requestTooLarge);
    const error = faults.find((fault) => fault.error)?.error;
    const fault = error && { action: error.afterActions ?? 0, error: apiError(error.code, error.message) };
    const reply = JSON.stringify(await this.#api.execute(request, fault));
    const replySize = byteLength(reply);
    this.stats.largestReply = Math.max(this.stats.largestReply, replySize);
    if (replySize > PAYLOAD_LIMIT) throw new OfficeFault(OFFICE_ERRORS.responseTooLarge);
    if (faults.some((planned) => planned.dropReply)) await new Promise(() => undefined);
    const delay = faults.reduce((sum, planned) => sum + (planned.delay ?? 0), this.faults.delay);
    if (delay > 0) await new Promise((resolve) => setTimeout(resolve, delay));
    return reply;
  }
}

/** Bytes of the text in UTF-8. */
function byteLength(text: string): number {
  return text.length * 3 <= PAYLOAD_LIMIT ? text.length : new TextEncoder().encode(text).length;
}

/** Hears once at start-up that the add-in's actions are ready. */
class AddinInternalService extends HostObject {
  readonly typeName = 'AddinInternalService';
  NotifyActionHandlerReady(): void {}
}
