import { REQUIREMENT_SETS } from './requirementSets';

/** What makes a pane's conversation: ids, origin and whether it is a dialog. */
export interface PaneIdentity {
  readonly conversationId: string;
  readonly controlId: string;
  readonly hostOrigin: string;
  readonly locale: string;
  readonly isDialog: boolean;
}

/** The window name from which office.js learns that it runs in Excel on the web, and whom to talk to. */
export function paneWindowName({ conversationId, controlId, hostOrigin, locale, isDialog }: PaneIdentity): string {
  return JSON.stringify({
    baseFrameName: conversationId,
    hostInfo: `Excel|Web|16.01|${locale}|${conversationId}|${isDialog ? 'isDialog' : ''}|disableLogging|0`,
    xdmInfo: `${conversationId}|${controlId}|${hostOrigin}`,
    serializerVersion: '1',
    flights: '[]',
  });
}

/** What office.js is told about document, host and API sets when it starts. */
export function paneAppContext(
  { conversationId, controlId, locale }: PaneIdentity,
  documentUrl: string,
  settings: readonly (readonly [string, string])[],
  readOnly: boolean,
): Readonly<Record<string, unknown>> {
  const EXCEL_ON_THE_WEB = 16;
  return {
    _id: controlId,
    _appName: EXCEL_ON_THE_WEB,
    _appVersion: '16',
    _appMinorVersion: 1,
    _appUILocale: locale,
    _dataLocale: locale,
    _docUrl: documentUrl,
    _clientMode: readOnly ? 0 : 1,
    _settings: settings,
    _reason: 'documentOpened',
    _osfControlType: 1,
    _eToken: '',
    _correlationId: conversationId,
    _appInstanceId: controlId,
    _touchEnabled: false,
    _commerceAllowed: true,
    _requirementMatrix: JSON.stringify(REQUIREMENT_SETS),
    _hostFullVersion: '16.0.0.0',
    _clientWindowHeight: 600,
    _clientWindowWidth: 350,
    _addinName: 'Tieout',
    _appDomains: [],
    _featureGates: {},
    _initialDisplayMode: 2,
  };
}
